import type { NodeProto } from 'onnx-buf';
import {
  type ConstantOperand,
  constantOperand,
  float,
  type Graph,
  ints,
  node as makeNode,
} from '../graph.ts';
import { floats } from '../tensor.ts';

/** `y = scale · x + shift`, one value for each channel or one for all. */
interface Affine {
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}

/** Folds Mul, Add and BatchNormalization that follow a convolution into its weights and bias. Exact. */
export function foldIntoPreceding(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const conv = graph.producer(node.input[0]) ?? graph.producer(node.input[1]);
    if (!conv || !/^Conv(Transpose)?$/.test(conv.opType)) continue;
    if (graph.soleConsumer(conv.output[0]!) !== node) continue;
    const affine = affineOf(graph, node, outputChannels(graph, conv));
    if (!affine) continue;
    scaleAndShift(graph, conv, affine);
    graph.bypass(node, conv.output[0]!);
  }
}

/**
 * Folds the shift of an Add into the biases of the convolutions that read it. Only where none of them pads:
 * a padded border is zero, not the shift, so folding there would change the border's results.
 */
export function foldShiftIntoFollowing(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const operand = node.opType === 'Add' ? constantOperand(graph, node) : undefined;
    if (operand?.constant.data.length !== 1) continue;
    const readers = graph.consumers(node.output[0]!);
    if (graph.outputs.includes(node.output[0]!)) continue;
    if (!readers.every((reader) => reader.opType === 'Conv' && !isPadded(reader))) continue;
    const shift = operand.constant.data[0]!;
    for (const conv of readers) {
      const sums = weightSums(graph, conv).map((sum) => sum * shift);
      scaleAndShift(graph, conv, { scale: new Float64Array(sums.length).fill(1), shift: sums });
    }
    graph.bypass(node, operand.value);
  }
}

/**
 * Folds a scalar Mul into the weights of the convolutions that read it. Exact with padding too: zero stays zero.
 */
export function foldScaleIntoFollowing(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const operand = node.opType === 'Mul' ? constantOperand(graph, node) : undefined;
    if (operand?.constant.data.length !== 1 || graph.outputs.includes(node.output[0]!)) continue;
    const readers = graph.consumers(node.output[0]!);
    if (!readers.every(({ opType }) => opType === 'Conv')) continue;
    const factor = operand.constant.data[0]!;
    for (const conv of readers) {
      const { dims, data } = graph.float(conv.input[1])!;
      conv.input[1] = graph.constant({ dims, data: data.map((weight) => weight * factor) });
    }
    graph.bypass(node, operand.value);
  }
}

/**
 * What is left of scalar Mul and Add on a map of C channels becomes a depthwise 1×1 convolution, which the
 * runtime computes in its blocked channel layout; a Mul or Add would cost two changes of layout beside it.
 */
export function affineAsConvolution(graph: Graph): void {
  for (const opType of ['Mul', 'Add']) {
    for (const node of graph.nodes.filter((candidate) => candidate.opType === opType)) {
      const operand = constantOperand(graph, node);
      const channels = operand?.constant.data.length === 1 ? channelsOf(graph, operand.value) : undefined;
      if (operand && channels) graph.replace(node, depthwise(graph, node, operand, channels));
    }
    // The shift that follows a scale goes into the convolution that the scale has become.
    foldIntoPreceding(graph);
  }
}

function depthwise(
  graph: Graph,
  { opType, output }: NodeProto,
  { value, constant }: ConstantOperand,
  channels: number,
): NodeProto {
  const filled = new Float32Array(channels).fill(constant.data[0]!);
  const dims = [channels, 1, 1, 1];
  const input =
    opType === 'Mul'
      ? [value, graph.constant({ dims, data: filled })]
      : [
          value,
          graph.constant({ dims, data: new Float32Array(channels).fill(1) }),
          graph.constant({ dims: [channels], data: filled }),
        ];
  return makeNode('Conv', input, output[0]!, {
    kernel_shape: [1, 1],
    strides: [1, 1],
    pads: [0, 0, 0, 0],
    dilations: [1, 1],
    group: channels,
  });
}

/** The channels of a value that a convolution made, followed back through what keeps them. */
function channelsOf(graph: Graph, name: string): number | undefined {
  const from = graph.producer(name);
  if (from?.opType === 'Conv') return outputChannels(graph, from);
  return from?.opType === 'Mul' || from?.opType === 'AveragePool'
    ? channelsOf(graph, from.input[0]!)
    : undefined;
}

export const isPadded = (conv: NodeProto): boolean => ints(conv, 'pads').some((pad) => pad !== 0);

function outputChannels(graph: Graph, conv: NodeProto): number {
  const weights = graph.float(conv.input[1]);
  if (!weights) throw new Error(`${conv.opType} ${conv.output[0]} has no constant weights`);
  return weights.dims[conv.opType === 'Conv' ? 0 : 1]!;
}

function affineOf(graph: Graph, node: NodeProto, channels: number): Affine | undefined {
  if (node.opType === 'BatchNormalization') return batchNormalization(graph, node);
  if (node.opType !== 'Mul' && node.opType !== 'Add') return undefined;
  const constant = constantOperand(graph, node)?.constant;
  if (!constant || !isPerChannel(constant.dims, channels)) return undefined;
  const { data } = constant;
  const value = Float64Array.from({ length: channels }, (_, c) => data[data.length === 1 ? 0 : c]!);
  return node.opType === 'Mul'
    ? { scale: value, shift: new Float64Array(channels) }
    : { scale: new Float64Array(channels).fill(1), shift: value };
}

/** True for a scalar, and for [1, C, 1, 1] or [C, 1, 1]: shapes that broadcast along channels of NCHW. */
function isPerChannel(dims: readonly number[], channels: number): boolean {
  const size = dims.reduce((product, dim) => product * dim, 1);
  return size === 1 || (size === channels && dims.length >= 3 && dims.at(-3) === channels);
}

function batchNormalization(graph: Graph, node: NodeProto): Affine | undefined {
  const [gamma, beta, mean, variance] = node.input.slice(1).map((name) => graph.float(name)?.data);
  if (!gamma || !beta || !mean || !variance) return undefined;
  const epsilon = float(node, 'epsilon', 1e-5);
  const scale = Float64Array.from(gamma, (value, c) => value / Math.sqrt(variance[c]! + epsilon));
  return { scale, shift: Float64Array.from(beta, (value, c) => value - mean[c]! * scale[c]!) };
}

/** Computed in doubles and rounded once, so that a chain of folds costs one rounding per fold at most. */
function scaleAndShift(graph: Graph, conv: NodeProto, { scale, shift }: Affine): void {
  const weights = graph.float(conv.input[1])!;
  const bias = graph.float(conv.input[2])?.data;
  const channels = scale.length;
  const inner = weights.data.length / weights.dims[0]! / (conv.opType === 'Conv' ? 1 : channels);
  const scaled = weights.data.map((value, i) => value * scale[Math.floor(i / inner) % channels]!);
  const shifted = scale.map((factor, c) => (bias?.[c] ?? 0) * factor + shift[c]!);
  conv.input = [
    conv.input[0]!,
    graph.constant({ dims: weights.dims, data: scaled }),
    graph.constant(floats(shifted)),
  ];
}

function weightSums(graph: Graph, conv: NodeProto): Float64Array {
  const { data, dims } = graph.float(conv.input[1])!;
  const inner = data.length / dims[0]!;
  const sums = new Float64Array(dims[0]!);
  for (let i = 0; i < data.length; i += 1) sums[Math.floor(i / inner)]! += data[i]!;
  return sums;
}
