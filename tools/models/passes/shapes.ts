import type { NodeProto } from 'onnx-buf';
import { type Graph, ints, node } from '../graph.ts';
import { longs } from '../tensor.ts';

/** One element of a shape that the graph computes: a known number, or a dimension of a value. */
type Dimension = number | { readonly of: string; readonly axis: number };

/**
 * A Reshape whose shape the graph computes (Shape, Slice, Cast, Concat) gets a constant one: 0 copies the
 * input's dimension at that place, -1 is inferred. At most one dimension can be inferred; where that is not
 * enough the Reshape stays as it is.
 */
export function constantReshapes(graph: Graph): void {
  for (const reshape of graph.nodes.filter(({ opType }) => opType === 'Reshape')) {
    const [value, shape] = reshape.input;
    const dimensions = graph.producer(shape) ? dimensionsOf(graph, shape!) : undefined;
    if (!value || !dimensions) continue;
    const fixed = dimensions.map((dimension, place) => {
      if (typeof dimension === 'number') return dimension;
      return dimension.of === value && dimension.axis === place ? 0 : -1;
    });
    if (fixed.filter((size) => size === -1).length > 1) continue;
    reshape.input = [value, graph.constant(longs(fixed))];
  }
}

/** The elements of a computed shape; undefined where something else than dimensions goes into it. */
function dimensionsOf(graph: Graph, name: string): Dimension[] | undefined {
  const constant = graph.constants.get(name);
  if (constant) return Array.from(constant.data, Number);
  const from = graph.producer(name);
  if (!from) return undefined;
  if (from.opType === 'Cast') return dimensionsOf(graph, from.input[0]!);
  if (from.opType === 'Slice') return sliced(graph, from);
  if (from.opType !== 'Concat') return undefined;
  const parts = from.input.map((part) => dimensionsOf(graph, part));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function sliced(graph: Graph, slice: NodeProto): Dimension[] | undefined {
  let source = graph.producer(slice.input[0]);
  while (source?.opType === 'Cast') source = graph.producer(source.input[0]);
  const [start] = ints(slice, 'starts');
  const [end] = ints(slice, 'ends');
  if (source?.opType !== 'Shape' || start === undefined || end === undefined || start < 0) return undefined;
  const of = source.input[0]!;
  return Array.from({ length: end - start }, (_, i) => ({ of, axis: start + i }));
}

/** Squeeze has its axes in an attribute up to opset 12, and as an input from 13 on. */
export function squeezeAxesAsInput(graph: Graph): void {
  for (const squeeze of graph.nodes.filter(({ opType }) => opType === 'Squeeze')) {
    const axes = ints(squeeze, 'axes');
    if (axes.length === 0) continue;
    const input = [squeeze.input[0]!, graph.constant(longs(axes))];
    graph.replace(squeeze, node('Squeeze', input, squeeze.output[0]!));
  }
}

/** Slice has its bounds in attributes up to opset 9, and as inputs from 10 on. */
export function sliceBoundsAsInputs(graph: Graph): void {
  for (const slice of graph.nodes.filter(({ opType }) => opType === 'Slice')) {
    const bounds = ['starts', 'ends', 'axes'].map((name) => graph.constant(longs(ints(slice, name))));
    if (slice.input.length > 1) continue;
    graph.replace(slice, node('Slice', [slice.input[0]!, ...bounds], slice.output[0]!));
  }
}
