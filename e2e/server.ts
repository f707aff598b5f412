import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '#tools/run.ts';
import { leaksIn } from './leaks.ts';

/** A free port of the loopback address. Another process could take it before we do; then the start fails. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export interface KenalServer {
  readonly url: string;
  readonly dataDir: string;
  /** All that the process has printed so far. */
  readonly output: () => string;
  /** Starts the process on the same port and data, and waits until it is ready. */
  readonly start: () => Promise<void>;
  /** Ends it: SIGTERM unless said otherwise. Returns its exit code (null: killed by the signal). */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Ends it and removes its data. @throws Error if its output holds a value that was read or typed there. */
  readonly destroy: () => Promise<void>;
}

/** The real server as its own process: own port, own database, embedded engine. Not started yet. */
export async function kenalServer(env: Record<string, string> = {}): Promise<KenalServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'kenal-e2e-'));
  let child: ChildProcess | null = null;
  let output = '';

  const start = async () => {
    const started = spawn('node', ['src/edge/entry.node.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${root}/node_modules/.bin:${process.env.PATH}`,
        PORT: String(port),
        DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (chunk) => (output += chunk));
    started.stderr.on('data', (chunk) => (output += chunk));
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      if (started.exitCode !== null) throw new Error(`The server ended at start:\n${output}`);
      const ready = await fetch(`${url}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server was not ready within 30 s:\n${output}`);
  };

  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      const ending = child;
      child = null;
      if (!ending || ending.exitCode !== null) return resolve(ending?.exitCode ?? null);
      ending.on('exit', (code) => resolve(code));
      ending.kill(signal);
    });

  const destroy = async () => {
    await stop();
    const leaks = await leaksIn(output, dataDir, env.SECRET_KEY);
    rmSync(dataDir, { recursive: true, force: true });
    if (leaks.length > 0)
      throw new Error(`The server's output holds what people gave it: ${leaks.join(', ')}`);
  };

  return { url, dataDir, output: () => output, start, stop, destroy };
}
