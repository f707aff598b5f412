import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MALLOC, NODE_FLAGS } from '#tools/process.ts';

const here = (file: string): string => join(import.meta.dirname, file);

export interface Usage {
  readonly cpuMs: number;
  /** Bytes. */
  readonly rss: number;
  /** Each reading's time apart from its upstream call, ms. */
  readonly own: readonly number[];
}

export interface BenchServer {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process's own code until it was ready, ms. */
  readonly readyMs: number;
  readonly ask: <T = Usage>(what: 'usage' | 'collect') => Promise<T>;
  readonly stop: () => Promise<void>;
}

/** The stub upstream, in a process of its own. */
export async function startStub(): Promise<{ url: string; pid: number; stop: () => void }> {
  const child = spawn(process.execPath, [here('stub-upstream.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill() };
}

/** The server onto that upstream, with its data in a temporary folder. */
export async function startServer(upstream: string, env: Record<string, string> = {}): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-bench-'));
  const child: ChildProcess = fork(here('server.ts'), [], {
    execArgv: ['--expose-gc', ...NODE_FLAGS],
    env: {
      ...MALLOC,
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: folder,
      OCR_API_URL: upstream,
      OCR_API_KEY: 'bench',
      ...env,
    },
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code}`);
  });
  gone.catch(() => {});
  const next = async <T>() => ((await Promise.race([once(child, 'message'), gone])) as [T])[0];
  const { ready, url } = await next<{ ready: number; url: string }>();
  return {
    url,
    pid: child.pid ?? 0,
    readyMs: ready,
    ask: (what) => {
      const reply = next<never>();
      child.send(what);
      return reply;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
