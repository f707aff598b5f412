import type { Graph } from '../graph.ts';

/** Weights below this add nothing to a float32 sum of values of ordinary size. */
const NEGLIGIBLE = 1e-20;

/**
 * Weight decay has left many weights of dead channels denormal (a quarter of the recogniser's gates), and a
 * processor multiplies a denormal some hundred cycles long. They become zero.
 */
export function flushDenormals(graph: Graph): void {
  for (const [name, { dims, data }] of graph.constants) {
    if (!(data instanceof Float32Array)) continue;
    const flushed = data.map((value) => (Math.abs(value) < NEGLIGIBLE ? 0 : value));
    graph.constants.set(name, { dims, data: flushed });
  }
}
