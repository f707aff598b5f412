import type { ClassGroups } from '../charset.ts';
import { type Graph, node } from '../graph.ts';
import { floats } from '../tensor.ts';

/**
 * Cuts the recogniser's last layer down to the classes of `groups` and adds up each group's probabilities.
 * What the softmax gave to classes outside all groups is gone, so the rest is normalised without it.
 */
export function cutHead(graph: Graph, groups: ClassGroups): void {
  const softmax = graph.producer(graph.outputs[0]);
  const add = softmax?.opType === 'Softmax' ? graph.producer(softmax.input[0]) : undefined;
  const matmul = add?.opType === 'Add' ? graph.producer(add.input[0]) : undefined;
  const weights = matmul?.opType === 'MatMul' ? graph.float(matmul.input[1]) : undefined;
  const bias = graph.float(add?.input[1]);
  if (!softmax || !add || !matmul || !weights || !bias) throw new Error('the recogniser has another head');
  const [inputs, stockClasses] = weights.dims as [number, number];
  const kept = groups.flat();
  const cut = Float32Array.from({ length: inputs * kept.length }, (_, i) => {
    const row = Math.floor(i / kept.length);
    return weights.data[row * stockClasses + kept[i % kept.length]!]!;
  });
  matmul.input[1] = graph.constant({ dims: [inputs, kept.length], data: cut });
  add.input[1] = graph.constant(floats(kept.map((place) => bias.data[place]!)));
  const output = softmax.output[0]!;
  const probabilities = graph.name('probabilities');
  softmax.output = [probabilities];
  graph.setOutputDimension(0, 2, groups.length);
  graph.nodes.push(node('MatMul', [probabilities, graph.constant(sumMatrix(groups))], output));
}

/** [classes, groups]: 1 where a class belongs to a group. */
function sumMatrix(groups: ClassGroups) {
  const rows = groups.flatMap((group, column) =>
    group.map(() => groups.map((_, other) => (other === column ? 1 : 0))),
  );
  return floats(rows.flat(), [rows.length, groups.length]);
}
