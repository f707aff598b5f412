/**
 * How long the stock models and the simplified ones take: `node tools/models/bench.ts [--quick] [--json]`; with
 * `--options`, the simplified ones under other session options. Figures are processor time of the one thread that
 * computes, and what is compared takes turns run by run, so that a busy machine blurs little.
 */
import { join } from 'node:path';
import type { InferenceSession } from 'onnxruntime-node';
import { json, quick } from '../../bench/lib/cli.ts';
import { quantile, round } from '../../bench/lib/stats.ts';
import { buildModels, MODELS_DIR, STOCK } from './build.ts';
import { noise, open, run } from './testing.ts';

const RUNS = quick ? 15 : 41;
const WARM_UP = 3;

type Kind = 'rec' | 'det';
type Shape = readonly [height: number, width: number];

const SHAPES: Readonly<Record<Kind, readonly Shape[]>> = quick
  ? { rec: [[48, 320]], det: [[288, 288]] }
  : {
      rec: [
        [48, 160],
        [48, 240],
        [48, 320],
        [48, 480],
      ],
      det: [
        [288, 288],
        [320, 416],
        [384, 608],
        [640, 960],
      ],
    };

const OPTIONS: Readonly<Record<string, InferenceSession.SessionOptions>> = {
  default: {},
  'no arena': { enableCpuMemArena: false },
  'no arena, no pattern': { enableCpuMemArena: false, enableMemPattern: false },
  'denormals as zero': { extra: { session: { set_denormal_as_zero: '1' } } },
  'no spinning': { extra: { session: { intra_op: { allow_spinning: '0' } } } },
  'inputs in one batch': { extra: { mlas: { nchwc_pointwise_conv_max_input_channel_batch: '512' } } },
  'no blocked layout': { graphOptimizationLevel: 'extended' },
};

const simplified = (kind: Kind) => join(MODELS_DIR, `${kind}.onnx`);

/** What is compared for a model: sessions by name, the first being what the others are measured against. */
async function candidates(kind: Kind): Promise<[name: string, session: InferenceSession][]> {
  if (!process.argv.includes('--options')) {
    return [
      ['stock', await open(STOCK[kind])],
      ['simplified', await open(simplified(kind))],
    ];
  }
  const opened: [string, InferenceSession][] = [];
  for (const [name, options] of Object.entries(OPTIONS))
    opened.push([name, await open(simplified(kind), options)]);
  return opened;
}

/** Median, 10th percentile (ms), and how many times the candidate is as fast as the first one. */
interface Figures {
  readonly p50: number;
  readonly p10: number;
  readonly faster: number;
}

async function takeTurns(compared: Awaited<ReturnType<typeof candidates>>, [height, width]: Shape) {
  const input = noise(height, width, 1);
  const taken = compared.map((): number[] => []);
  for (let i = 0; i < RUNS + WARM_UP; i += 1) {
    for (const [which, [, session]] of compared.entries()) {
      const start = process.cpuUsage();
      await run(session, input);
      const { user, system } = process.cpuUsage(start);
      if (i >= WARM_UP) taken[which]!.push((user + system) / 1000);
    }
  }
  const medians = taken.map((values) => quantile(values, 0.5));
  return compared.map(([name], which): [string, Figures] => [
    name,
    {
      p50: round(medians[which]!, 1),
      p10: round(quantile(taken[which]!, 0.1), 1),
      faster: round(medians[0]! / medians[which]!, 2),
    },
  ]);
}

await buildModels();
const all: Record<string, Record<string, Figures>> = {};
console.log(`ms of processor time, one thread, ${RUNS} runs in turns`);
for (const kind of ['rec', 'det'] as const) {
  const compared = await candidates(kind);
  for (const shape of SHAPES[kind]) {
    const title = `${kind} ${shape.join('x')}`;
    const figures = await takeTurns(compared, shape);
    all[title] = Object.fromEntries(figures);
    for (const [name, { p50, p10, faster }] of figures) {
      console.log(
        `${title.padEnd(12)} ${name.padEnd(21)} p50 ${p50.toFixed(1).padStart(6)}  p10 ${p10.toFixed(1).padStart(6)}  × ${faster.toFixed(2)}`,
      );
    }
  }
  for (const [, session] of compared) await session.release();
}
if (json) console.log(JSON.stringify(all));
