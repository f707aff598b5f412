import type { NodeProto } from 'onnx-buf';
import { type Graph, int, ints, node } from '../graph.ts';
import { floats, longs } from '../tensor.ts';
import { isPadded } from './affine.ts';

/**
 * A map of few channels is widened by a pointwise convolution, gated channel by channel, and narrowed by a
 * 3×3 convolution. All of it is linear once the gate is known, so the two convolutions and the gate are
 * multiplied into one small kernel while the model runs, and the wide map (96 channels at a quarter of the
 * image's size) is never made. The kernel holds one image's gate: the batch must be 1.
 */
export function narrowGatedBottleneck(graph: Graph): void {
  for (const conv of graph.nodes.filter(({ opType }) => opType === 'Conv')) {
    const gating = graph.producer(conv.input[0]);
    const widening = gating?.opType === 'Mul' ? graph.producer(gating.input[0]) : undefined;
    if (!gating || !widening || !isPlainPointwise(widening)) continue;
    const weights = graph.float(conv.input[1]);
    const widen = graph.float(widening.input[1]);
    if (!weights || !widen || graph.soleConsumer(gating.output[0]!) !== conv) continue;
    const [outputs, wide, ...kernel] = weights.dims as [number, number, number, number];
    const narrow = widen.dims[1]!;
    const wideMap = widening.output[0]!;
    const pool = graph.consumers(wideMap).find(({ opType }) => opType === 'GlobalAveragePool');
    const worthwhile = int(conv, 'group', 1) === 1 && narrow * 4 <= wide && kernel.every((size) => size > 1);
    if (!worthwhile || !pool || graph.consumers(wideMap).length !== 2) continue;

    poolBeforeWidening(graph, pool, widening);
    const taps = kernel.reduce((product, size) => product * size, 1);
    const byTap = Float32Array.from(weights.data, (_, at) => {
      const [row, c] = [Math.floor(at / wide), at % wide];
      return weights.data[(Math.floor(row / taps) * wide + c) * taps + (row % taps)]!;
    });
    const constant = {
      column: graph.constant(longs([wide, 1])),
      widen: graph.constant(floats(widen.data, [wide, narrow])),
      byTap: graph.constant(floats(byTap, [outputs * taps, wide])),
      shape: graph.constant(longs([outputs, ...kernel, narrow])),
    };
    const [column, gated, product, shaped, merged] = graph.names(
      'column',
      'gated',
      'product',
      'shaped',
      'kernel',
    );
    graph.replace(
      conv,
      node('Reshape', [gating.input[1]!, constant.column], column),
      node('Mul', [column, constant.widen], gated),
      node('MatMul', [constant.byTap, gated], product),
      node('Reshape', [product, constant.shape], shaped),
      node('Transpose', [shaped], merged, { perm: [0, 3, 1, 2] }),
      conv,
    );
    conv.input = [widening.input[0]!, merged, ...conv.input.slice(2)];
  }
}

/** A pointwise convolution without bias and the mean over a map can change places. */
function poolBeforeWidening(graph: Graph, pool: NodeProto, widening: NodeProto): void {
  const pooled = graph.name('pooled');
  const late = node('Conv', [pooled, widening.input[1]!], pool.output[0]!);
  late.attribute = widening.attribute;
  graph.replace(pool, node('GlobalAveragePool', [widening.input[0]!], pooled), late);
}

function isPlainPointwise(conv: NodeProto): boolean {
  const ones = [...ints(conv, 'kernel_shape'), ...ints(conv, 'strides')];
  return (
    conv.opType === 'Conv' &&
    conv.input.length === 2 &&
    int(conv, 'group', 1) === 1 &&
    !isPadded(conv) &&
    ones.every((value) => value === 1)
  );
}
