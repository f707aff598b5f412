/** Shows that a submission's image and transaction are on disk before its answer is sent. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#src/edge/testing/port.node.ts';
import { prepare, startEntry, submit } from './customer.ts';
import { syncedInside } from './fsync-inside.ts';
import { client } from './load.ts';
import { startStub } from './processes.ts';

export interface FsyncFigures {
  readonly by: 'strace' | 'runtime';
  /** What was synced between the submission's arrival and its answer, in order. */
  readonly order: readonly string[];
}

const hasStrace = (): boolean => {
  try {
    // Not its version: where tracing is forbidden, it is there and of no use.
    execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** What a file is to a submission. */
function nameOf(path: string): string {
  if (path.endsWith('.sealed')) return 'image file';
  if (path.endsWith('-wal')) return 'database log';
  if (/\/images\/[0-9a-f]{2}$/.test(path)) return 'image folder';
  return path.endsWith('/images') ? 'images' : 'other';
}

/** Lines of the trace between the request and its answer, as what they did. */
function orderOf(trace: string): string[] {
  const lines = trace.split('\n');
  const from = lines.findIndex((line) => line.includes('POST /api/applications'));
  const to = lines.findIndex((line, i) => i > from && line.includes('HTTP/1.1 201'));
  if (from < 0 || to < 0) throw new Error('The trace does not show the submission');
  const order = lines.slice(from, to).flatMap((line) => {
    const synced = /\b(?:fsync|fdatasync)\(\d+<([^>]+)>/.exec(line)?.[1];
    return synced ? [nameOf(synced)] : [];
  });
  return [...order, 'answer'];
}

/** By strace where there is one (and the right to use it), otherwise by what the runtime is asked for. */
export async function benchFsync(strace = hasStrace()): Promise<FsyncFigures> {
  if (!strace) return { by: 'runtime', order: await syncedInside(nameOf) };
  const stub = await startStub();
  const folder = mkdtempSync(join(tmpdir(), 'kenal-fsync-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = {
    PATH: process.env.PATH,
    PORT: new URL(url).port,
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'silent',
    OCR_API_URL: stub.url,
    OCR_API_KEY: 'bench',
  };
  const trace = join(folder, 'trace');
  const calls = 'trace=fsync,fdatasync,read,recvfrom,write,writev,sendto,sendmsg';
  const http = client(url, 1);
  try {
    const under = ['strace', '-f', '-y', '-s', '60', '-e', calls, '-o', trace];
    const child = await startEntry(env, url, under);
    await submit(http, await prepare(http, 0));
    // strace keeps the signal for itself; its child is the server.
    const server = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim();
    process.kill(Number(server), 'SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    return { by: 'strace', order: orderOf(readFileSync(trace, 'utf8')) };
  } finally {
    http.close();
    stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
