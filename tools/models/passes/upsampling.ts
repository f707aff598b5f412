import type { NodeProto } from 'onnx-buf';
import { type Graph, int, ints, node, text } from '../graph.ts';
import { type FloatTensor, floats, longs } from '../tensor.ts';
import { convolution } from './convolution.ts';

/** Where a convolution's input comes from: values side by side in channels, or values added up. */
interface Part {
  readonly value: string;
  readonly weights: FloatTensor;
}

/**
 * A 3×3 convolution over a map that was doubled by repeating pixels meets every pixel twice in each direction.
 * The same sums come from a 2×2 convolution over the small map that makes the four pixels of each block as
 * channels: 16 products in place of 36. So a 3×3 convolution over `a + doubled(b)` or over parts side by side
 * (an 8-fold, 4-fold and 2-fold one among them) is split into one over what is large already and one over what
 * was small. Exact up to rounding; zero padding included.
 */
export function convolveBeforeUpsampling(graph: Graph): void {
  for (const conv of graph.nodes.filter(({ opType }) => opType === 'Conv')) {
    const source = isSame3x3(conv) ? graph.producer(conv.input[0]) : undefined;
    if (!source || graph.soleConsumer(source.output[0]!) !== conv) continue;
    const parts = partsOf(source, graph.float(conv.input[1])!);
    const large = parts?.filter(({ value }) => doublings(graph, value) === undefined);
    const small = parts?.filter(({ value }) => doublings(graph, value) !== undefined);
    if (!large || !small || large.length !== 1 || small.length === 0) continue;
    const [straight, doubled] = graph.names('large', 'small');
    const bias = graph.float(conv.input[2])?.data;
    const halves = small.map((part) => halved(graph, conv, part));
    graph.replace(
      conv,
      ...doubling(graph, conv, halves, doubled),
      convolution(graph, large[0]!.value, straight, large[0]!.weights, bias, { pad: 1 }),
      node('Add', [straight, doubled], conv.output[0]!),
    );
  }
}

function isSame3x3(conv: NodeProto): boolean {
  const is = (name: string, values: string) => ints(conv, name).join() === values;
  const whole = int(conv, 'group', 1) === 1 && is('strides', '1,1') && is('dilations', '1,1');
  return whole && is('kernel_shape', '3,3') && is('pads', '1,1,1,1');
}

function partsOf(source: NodeProto, weights: FloatTensor): Part[] | undefined {
  if (source.opType === 'Add') return source.input.map((value) => ({ value, weights }));
  if (source.opType !== 'Concat' || weights.dims[1]! % source.input.length !== 0) return undefined;
  // The detector's branches are equally wide.
  const channels = weights.dims[1]! / source.input.length;
  return source.input.map((value, i) => ({ value, weights: inputChannels(weights, i * channels, channels) }));
}

/** The factor by which a value was enlarged by repeating pixels; undefined where it was not. */
function doublings(graph: Graph, value: string): number | undefined {
  const resize = graph.producer(value);
  if (resize?.opType !== 'Resize' || graph.consumers(value).length !== 1) return undefined;
  const [batch, channels, vertical, horizontal] = graph.float(resize.input[2])?.data ?? [];
  const repeated = text(resize, 'mode') === 'nearest' && text(resize, 'nearest_mode') === 'floor';
  const even = vertical !== undefined && vertical % 2 === 0 && vertical === horizontal;
  return batch === 1 && channels === 1 && repeated && even ? vertical : undefined;
}

/** The part at half the size of the result: as it was before a doubling, or enlarged half as much. */
function halved(graph: Graph, before: NodeProto, { value, weights }: Part): Part {
  const resize = graph.producer(value)!;
  const factor = doublings(graph, value)! / 2;
  if (factor === 1) return { value: resize.input[0]!, weights };
  const enlarged = graph.name('enlarged');
  const scales = graph.constant(floats([1, 1, factor, factor]));
  const fresh = node('Resize', [resize.input[0]!, resize.input[1]!, scales], enlarged);
  fresh.attribute = resize.attribute;
  graph.replace(before, fresh, before);
  return { value: enlarged, weights };
}

/** The convolution over parts at half size, and its blocks laid out at full size. */
function doubling(graph: Graph, conv: NodeProto, parts: readonly Part[], output: string): NodeProto[] {
  const [joined, blocks, laid] = graph.names('joined', 'blocks', 'laid');
  const values = parts.map(({ value }) => value);
  const weights = blockWeights(joinInputs(parts.map((part) => part.weights)));
  const crop = [longs([1, 1]), longs([-1, -1]), longs([2, 3])].map((tensor) => graph.constant(tensor));
  const input = values.length === 1 ? values[0]! : joined;
  return [
    ...(values.length === 1 ? [] : [node('Concat', values, joined, { axis: 1 })]),
    // Padded all around, the 2×2 windows are one more than the pixels in each direction …
    convolution(graph, input, blocks, weights, undefined, { pad: 1 }),
    node('DepthToSpace', [blocks], laid, { blocksize: 2, mode: 'DCR' }),
    // … and the outermost row and column of what they make belong to no pixel.
    node('Slice', [laid, ...crop], output),
  ].map((made) => Object.assign(made, { name: `${conv.name}/${made.output[0]}` }));
}

/**
 * [outputs, inputs, 3, 3] for the doubled map → [4 · outputs, inputs, 2, 2] for the small one. A pixel in the
 * upper half of its block sees rows -1 | 0, 0 of the small map, one in the lower half rows 0, 0 | 1; columns
 * alike. Window (y, x) makes the lower half of row y - 1 and the upper half of row y, so after cropping one
 * pixel all around, half `p` of a block (0 upper, 1 lower) comes from place 1 - p of DepthToSpace.
 */
function blockWeights({ dims, data }: FloatTensor): FloatTensor {
  const [outputs, inputs] = dims as [number, number];
  const result = new Float32Array(4 * outputs * inputs * 4);
  for (let o = 0; o < outputs; o += 1) {
    for (let i = 0; i < inputs; i += 1) {
      for (let tap = 0; tap < 36; tap += 1) {
        const [p, q, row, column] = [
          Math.floor(tap / 18),
          Math.floor(tap / 9) % 2,
          Math.floor((tap % 9) / 3),
          tap % 3,
        ];
        const place = (1 - p) * 2 + (1 - q);
        const window = nearer(p, row) * 2 + nearer(q, column);
        result[((place * outputs + o) * inputs + i) * 4 + window]! +=
          data[(o * inputs + i) * 9 + row * 3 + column]!;
      }
    }
  }
  return floats(result, [4 * outputs, inputs, 2, 2]);
}

/** Which of two neighbouring small pixels tap 0, 1 or 2 of the upper (0) or lower (1) half falls on. */
const nearer = (half: number, tap: number): number => (half === 0 ? Math.min(tap, 1) : Math.max(tap - 1, 0));

function inputChannels({ dims, data }: FloatTensor, first: number, count: number): FloatTensor {
  const [outputs, inputs, ...kernel] = dims as [number, number, number, number];
  const taps = kernel.reduce((product, size) => product * size, 1);
  const length = outputs * count * taps;
  const picked = Array.from({ length }, (_, at) => {
    const [o, within] = [Math.floor(at / (count * taps)), at % (count * taps)];
    return data[(o * inputs + first) * taps + within]!;
  });
  return floats(picked, [outputs, count, ...kernel]);
}

function joinInputs(parts: readonly FloatTensor[]): FloatTensor {
  const [outputs, , ...kernel] = parts[0]!.dims as [number, number, number, number];
  const rows = Array.from({ length: outputs }, (_, o) =>
    parts.flatMap(({ data }) => [
      ...data.subarray((o * data.length) / outputs, ((o + 1) * data.length) / outputs),
    ]),
  );
  const inputs = parts.reduce((sum, { dims }) => sum + dims[1]!, 0);
  return floats(rows.flat(), [outputs, inputs, ...kernel]);
}
