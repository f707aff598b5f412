import { type Graph, int, ints, node } from '../graph.ts';
import { floats } from '../tensor.ts';
import { convolution } from './convolution.ts';

/**
 * The detector ends in two transposed 2×2 convolutions of stride 2 with a Relu between and a Sigmoid behind.
 * Each of them maps every pixel to a 2×2 block on its own, so both are pointwise convolutions at the small
 * size, and the 4×4 block of each pixel is laid out once at the end.
 */
export function pixelHead(graph: Graph): void {
  const sigmoid = graph.producer(graph.outputs[0]);
  const second = sigmoid?.opType === 'Sigmoid' ? graph.producer(sigmoid.input[0]) : undefined;
  const relu = graph.producer(second?.input[0]);
  const first = relu?.opType === 'Relu' ? graph.producer(relu.input[0]) : undefined;
  if (!sigmoid || !second || !relu || !first) return;
  if (![first, second].every((conv) => conv.opType === 'ConvTranspose' && isDoubling(conv))) return;
  const [inputs, middle] = graph.float(first.input[1])!.dims as [number, number];
  if (graph.float(second.input[1])!.dims[1] !== 1) return;

  const w1 = graph.float(first.input[1])!.data;
  const b1 = graph.float(first.input[2])!.data;
  const w2 = graph.float(second.input[1])!.data;
  const b2 = graph.float(second.input[2])!.data[0]!;
  // Channel (block · middle + m) of the first layer is channel m of pixel `block` = 2 · row + column.
  const spread = Float32Array.from({ length: 4 * middle * inputs }, (_, at) => {
    const [channel, i] = [Math.floor(at / inputs), at % inputs];
    return w1[(i * middle + (channel % middle)) * 4 + Math.floor(channel / middle)]!;
  });
  // Row and column in the 4×4 block: two bits each, the high one from the first layer, the low one from the second.
  const joined = new Float32Array(16 * 4 * middle);
  for (let pixel = 0; pixel < 16; pixel += 1) {
    const [row, column] = [pixel >> 2, pixel & 3];
    const block = (row & 2) | (column >> 1);
    const inner = ((row & 1) << 1) | (column & 1);
    for (let m = 0; m < middle; m += 1) joined[(pixel * 4 + block) * middle + m] = w2[m * 4 + inner]!;
  }
  const [mid, active, logits, small] = graph.names('spread', 'active', 'logits', 'small');
  graph.replace(
    sigmoid,
    convolution(graph, first.input[0]!, mid, floats(spread, [4 * middle, inputs, 1, 1]), repeat(b1, 4)),
    node('Relu', [mid], active),
    convolution(graph, active, logits, floats(joined, [16, 4 * middle, 1, 1]), new Float32Array(16).fill(b2)),
    node('Sigmoid', [logits], small),
    node('DepthToSpace', [small], sigmoid.output[0]!, { blocksize: 4, mode: 'DCR' }),
  );
}

function isDoubling(conv: Parameters<typeof ints>[0]): boolean {
  const [pads, strides, kernel] = ['pads', 'strides', 'kernel_shape'].map((name) => ints(conv, name));
  const all = (values: readonly number[] | undefined, value: number) => values?.every((v) => v === value);
  return Boolean(all(pads, 0) && all(strides, 2) && all(kernel, 2) && int(conv, 'group', 1) === 1);
}

const repeat = (values: Float32Array, times: number): Float32Array =>
  Float32Array.from({ length: values.length * times }, (_, i) => values[i % values.length]!);
