import type { NodeProto } from 'onnx-buf';
import { constantOperand, float, type Graph, node } from '../graph.ts';

/**
 * `x · clip(x + 3, 0, 6) / 6`, which the exporter wrote as Add, Clip, Mul and Div, becomes
 * `x · HardSigmoid(x)`: two passes over memory in place of four.
 */
export function hardSwish(graph: Graph): void {
  for (const div of graph.nodes.filter(({ opType }) => opType === 'Div')) {
    const mul = graph.producer(div.input[0]);
    const clip = mul?.opType === 'Mul' ? graph.producer(mul.input[1]) : undefined;
    const add = clip?.opType === 'Clip' ? graph.producer(clip.input[0]) : undefined;
    const shifted = add?.opType === 'Add' ? constantOperand(graph, add) : undefined;
    if (!mul || !clip || !shifted || shifted.value !== mul.input[0]) continue;
    const divisor = graph.scalar(div.input[1]);
    const [low, high] = clipRange(graph, clip);
    if (divisor !== 6 || low !== 0 || high !== 6 || graph.scalar(add?.input[1]) !== 3) continue;
    const gate = graph.name('gate');
    graph.replace(
      div,
      node('HardSigmoid', [shifted.value], gate, { alpha: 1 / 6, beta: 0.5 }),
      node('Mul', [shifted.value, gate], div.output[0]!),
    );
  }
}

/** `1 · x` is x. */
export function dropUnitFactors(graph: Graph): void {
  for (const mul of graph.nodes.filter(({ opType }) => opType === 'Mul')) {
    const operand = constantOperand(graph, mul);
    if (operand?.constant.data.length === 1 && operand.constant.data[0] === 1)
      graph.bypass(mul, operand.value);
  }
}

/** `x + x · g`, with g one number a channel, is `x · (g + 1)`: one pass over the map in place of two. */
export function residualGate(graph: Graph): void {
  for (const add of graph.nodes.filter(({ opType }) => opType === 'Add')) {
    const mul = graph.producer(add.input[1]);
    const gate = mul?.opType === 'Mul' ? graph.producer(mul.input[1]) : undefined;
    if (!mul || gate?.opType !== 'HardSigmoid' || mul.input[0] !== add.input[0]) continue;
    if (graph.soleConsumer(mul.output[0]!) !== add) continue;
    const raised = graph.name('gate');
    const one = graph.constant({ dims: [], data: Float32Array.of(1) });
    graph.replace(
      add,
      node('Add', [gate.output[0]!, one], raised),
      node('Mul', [add.input[0]!, raised], add.output[0]!),
    );
  }
}

/** Bounds stood in attributes up to opset 10, and are inputs from 11 on. */
function clipRange(graph: Graph, clip: NodeProto): [number | undefined, number | undefined] {
  if (clip.input.length === 3) return [graph.scalar(clip.input[1]), graph.scalar(clip.input[2])];
  return [float(clip, 'min', Number.NEGATIVE_INFINITY), float(clip, 'max', Number.POSITIVE_INFINITY)];
}
