/**
 * How long the stock models and the simplified ones take, side by side: `node tools/models/bench.ts`.
 * The two take turns run by run on one thread, so that a busy machine slows both alike.
 */
import { join } from 'node:path';
import { json, quick } from '../../bench/lib/cli.ts';
import { quantile, round } from '../../bench/lib/stats.ts';
import { buildModels, MODELS_DIR, STOCK } from './build.ts';
import { noise, open, run } from './testing.ts';

const RUNS = quick ? 15 : 41;
const WARM_UP = 3;

type Shape = readonly [height: number, width: number];

const SHAPES: Readonly<Record<'rec' | 'det', readonly Shape[]>> = {
  rec: quick
    ? [[48, 320]]
    : [
        [48, 160],
        [48, 240],
        [48, 320],
        [48, 480],
      ],
  det: quick
    ? [[288, 288]]
    : [
        [288, 288],
        [320, 416],
        [384, 608],
        [640, 960],
      ],
};

/** Median and 10th percentile in ms. */
interface Times {
  readonly p50: number;
  readonly p10: number;
}

async function sideBySide(kind: 'rec' | 'det', [height, width]: Shape) {
  const sessions = [await open(STOCK[kind]), await open(join(MODELS_DIR, `${kind}.onnx`))];
  const input = noise(height, width, 1);
  const taken: number[][] = [[], []];
  for (let i = 0; i < RUNS + WARM_UP; i += 1) {
    for (const [which, session] of sessions.entries()) {
      const start = performance.now();
      await run(session, input);
      if (i >= WARM_UP) taken[which]!.push(performance.now() - start);
    }
  }
  for (const session of sessions) await session.release();
  const [stock, simplified] = taken.map(times) as [Times, Times];
  return { stock, simplified, faster: round(stock.p50 / simplified.p50, 2) };
}

const times = (values: readonly number[]): Times => ({
  p50: round(quantile(values, 0.5), 1),
  p10: round(quantile(values, 0.1), 1),
});

await buildModels();
const figures: Record<string, Awaited<ReturnType<typeof sideBySide>>> = {};
console.log(`model         stock p50 (p10)   simplified p50 (p10)   ratio   ms, one thread, ${RUNS} runs`);
for (const kind of ['rec', 'det'] as const) {
  for (const shape of SHAPES[kind]) {
    const name = `${kind} ${shape.join('x')}`;
    const figure = await sideBySide(kind, shape);
    figures[name] = figure;
    const column = ({ p50, p10 }: Times) => `${p50.toFixed(1)} (${p10.toFixed(1)})`;
    console.log(
      `${name.padEnd(12)}  ${column(figure.stock).padEnd(16)}  ${column(figure.simplified).padEnd(21)}  ${figure.faster.toFixed(2)}`,
    );
  }
}
if (json) console.log(JSON.stringify(figures));
