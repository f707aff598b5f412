import type { NodeProto } from 'onnx-buf';
import { type Graph, int, ints } from '../graph.ts';
import { floats } from '../tensor.ts';
import { isPadded } from './affine.ts';

/** Two pointwise convolutions with nothing between them become one, where that takes fewer products. */
export function mergePointwise(graph: Graph): void {
  for (const second of graph.nodes.filter(isPointwise)) {
    const first = graph.producer(second.input[0]);
    if (!first || !isPointwise(first) || graph.soleConsumer(first.output[0]!) !== second) continue;
    const [w1, w2] = [graph.float(first.input[1]), graph.float(second.input[1])];
    if (!w1 || !w2) continue;
    const [middle, inputs] = w1.dims as [number, number];
    const outputs = w2.dims[0]!;
    if (inputs * outputs >= middle * (inputs + outputs)) continue;
    const b1 = graph.float(first.input[2])?.data;
    const b2 = graph.float(second.input[2])?.data;
    const merged = new Float64Array(outputs * inputs);
    const bias = Float64Array.from({ length: outputs }, (_, o) => b2?.[o] ?? 0);
    for (let o = 0; o < outputs; o += 1) {
      for (let m = 0; m < middle; m += 1) {
        const weight = w2.data[o * middle + m]!;
        bias[o]! += weight * (b1?.[m] ?? 0);
        for (let i = 0; i < inputs; i += 1) merged[o * inputs + i]! += weight * w1.data[m * inputs + i]!;
      }
    }
    const constants = [floats(merged, [outputs, inputs, 1, 1]), floats(bias)];
    second.input = [first.input[0]!, ...constants.map((tensor) => graph.constant(tensor))];
  }
}

const isPointwise = (node: NodeProto): boolean =>
  node.opType === 'Conv' &&
  !isPadded(node) &&
  int(node, 'group', 1) === 1 &&
  [...ints(node, 'kernel_shape'), ...ints(node, 'strides')].every((value) => value === 1);
