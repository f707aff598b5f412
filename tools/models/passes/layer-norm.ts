import { constantOperand, type Graph, ints, node } from '../graph.ts';

/**
 * Layer normalisation over the last axis, which the exporter wrote as nine nodes, becomes one:
 * `(x - mean) / √(mean((x - mean)²) + ε) · weight + bias`.
 */
export function layerNormalisation(graph: Graph): void {
  for (const shift of graph.nodes.filter(({ opType }) => opType === 'Add')) {
    const bias = constantOperand(graph, shift);
    const scale = graph.producer(bias?.value);
    const weight = scale?.opType === 'Mul' ? constantOperand(graph, scale) : undefined;
    const div = graph.producer(weight?.value);
    if (!bias || !weight || div?.opType !== 'Div') continue;
    const centred = graph.producer(div.input[0]);
    const root = graph.producer(div.input[1]);
    if (centred?.opType !== 'Sub' || root?.opType !== 'Sqrt') continue;
    const epsilon = varianceOffset(graph, root.input[0], centred.output[0]!);
    const mean = graph.producer(centred.input[1]);
    if (epsilon === undefined || mean?.opType !== 'ReduceMean' || mean.input[0] !== centred.input[0])
      continue;
    if (!overLastAxis(ints(mean, 'axes'))) continue;
    const input = [mean.input[0]!, graph.constant(weight.constant), graph.constant(bias.constant)];
    graph.replace(shift, node('LayerNormalization', input, shift.output[0]!, { axis: -1, epsilon }));
  }
}

/** ε where `name` is `mean((x - mean)²) + ε` of the centred value; undefined otherwise. */
function varianceOffset(graph: Graph, name: string | undefined, centred: string): number | undefined {
  const add = graph.producer(name);
  const offset = add?.opType === 'Add' ? constantOperand(graph, add) : undefined;
  const mean = graph.producer(offset?.value);
  const square =
    mean?.opType === 'ReduceMean' && overLastAxis(ints(mean, 'axes')) ? mean.input[0] : undefined;
  const pow = graph.producer(square);
  if (pow?.opType !== 'Pow' || pow.input[0] !== centred || graph.scalar(pow.input[1]) !== 2) return undefined;
  return offset?.constant.data[0];
}

const overLastAxis = (axes: readonly number[]): boolean => axes.length === 1 && axes[0] === -1;
