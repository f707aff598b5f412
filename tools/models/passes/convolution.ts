import type { NodeProto } from 'onnx-buf';
import { type Graph, node } from '../graph.ts';
import { type FloatTensor, floats } from '../tensor.ts';

interface Geometry {
  readonly pad?: number;
  readonly group?: number;
}

/** A convolution of stride 1 with a bias for each output channel; `weights` is [outputs, inputs / group, k, k]. */
export function convolution(
  graph: Graph,
  input: string,
  output: string,
  weights: FloatTensor,
  bias: Float32Array | undefined,
  { pad = 0, group = 1 }: Geometry = {},
): NodeProto {
  const constants = [graph.constant(weights), ...(bias ? [graph.constant(floats(bias))] : [])];
  return node('Conv', [input, ...constants], output, {
    kernel_shape: weights.dims.slice(2),
    strides: [1, 1],
    pads: [pad, pad, pad, pad],
    dilations: [1, 1],
    group,
  });
}
