import { Graph } from './graph.ts';
import { dropUnitFactors, hardSwish, residualGate } from './passes/activations.ts';
import {
  affineAsConvolution,
  foldIntoPreceding,
  foldScaleIntoFollowing,
  foldShiftIntoFollowing,
} from './passes/affine.ts';
import { narrowGatedBottleneck } from './passes/bottleneck.ts';
import { flushDenormals } from './passes/denormals.ts';
import { pixelHead } from './passes/pixel-head.ts';
import { mergePointwise } from './passes/pointwise.ts';
import { convolveBeforeUpsampling } from './passes/upsampling.ts';

/** Rewrites a PP-OCRv4 model into one that computes the same in fewer, cheaper nodes. */
export function simplify(bytes: Uint8Array, ...extra: readonly ((graph: Graph) => void)[]): Uint8Array {
  const graph = new Graph(bytes);
  const passes = [
    flushDenormals,
    dropUnitFactors,
    foldIntoPreceding,
    hardSwish,
    foldScaleIntoFollowing,
    foldShiftIntoFollowing,
    foldScaleIntoFollowing,
    foldIntoPreceding,
    affineAsConvolution,
    residualGate,
    pixelHead,
    convolveBeforeUpsampling,
    narrowGatedBottleneck,
    mergePointwise,
    ...extra,
  ];
  for (const pass of passes) {
    pass(graph);
    graph.dropDead();
  }
  return graph.write();
}
