/** From the first start of the real entry point, in an empty folder, until it says that it is ready. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#src/edge/testing/port.node.ts';
import { buildModels } from '#tools/models/build.ts';
import { quantile, round } from '../lib/stats.ts';
import { startEntry } from './customer.ts';
import { cpuOf } from './proc.ts';

interface Starts {
  readonly medianS: number;
  readonly longestS: number;
  /** Processor time that a start took, all threads: what a machine busy with others does not change. Null off Linux. */
  readonly medianCpuS: number | null;
}

export interface StartFigures {
  readonly withoutEngine: Starts;
  readonly withEngine: Starts;
}

async function firstStart(env: Record<string, string>): Promise<{ seconds: number; cpu: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-start-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const common = { PATH: process.env.PATH, PORT: new URL(url).port, DATA_DIR: folder, LOG_LEVEL: 'silent' };
  const begun = performance.now();
  const child = await startEntry({ ...common, ...env }, url);
  const seconds = (performance.now() - begun) / 1000;
  const cpu = cpuOf(child.pid ?? 0);
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
  return { seconds, cpu };
}

async function starts(times: number, env: Record<string, string>): Promise<Starts> {
  const all: Awaited<ReturnType<typeof firstStart>>[] = [];
  for (let i = 0; i < times; i++) all.push(await firstStart(env));
  const seconds = all.map((one) => one.seconds);
  const cpu = all.flatMap((one) => (one.cpu === null ? [] : [one.cpu]));
  return {
    medianS: round(quantile(seconds, 0.5), 2),
    longestS: round(Math.max(...seconds), 2),
    medianCpuS: cpu.length > 0 ? round(quantile(cpu, 0.5), 2) : null,
  };
}

/** `times` first starts without and with the engine, whose models are built before. */
export async function benchStart(times: number): Promise<StartFigures> {
  await buildModels();
  return {
    // An upstream that is never called.
    withoutEngine: await starts(times, { OCR_API_URL: 'http://127.0.0.1:1', OCR_API_KEY: 'none' }),
    withEngine: await starts(times, {}),
  };
}
