/**
 * The same as `fsync.ts` where there is no strace: in this process, by what the server asks the runtime for.
 * It sees each file that is synced, and each commit of SQLite with the `synchronous` that it has then; that
 * `full` means a synced log is SQLite's promise and not seen here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { prepare, submit } from './customer.ts';
import { client } from './load.ts';
import { startStub } from './processes.ts';

/** Calls `synced` with the path of each file whose handle was synced. @returns what ends it. */
function watchFiles(synced: (path: string) => void): () => void {
  const { open } = fs;
  fs.open = async (path, ...rest) => {
    const handle = await open(path, ...rest);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      synced(String(path));
    };
    return handle;
  };
  syncBuiltinESMExports();
  return () => {
    fs.open = open;
    syncBuiltinESMExports();
  };
}

/** Calls `committed` after each commit that SQLite makes with `synchronous=FULL`. @returns what ends it. */
function watchCommits(committed: () => void): () => void {
  const { prepare: original } = DatabaseSync.prototype;
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    const statement = original.call(this, sql, ...rest);
    if (!/^commit$/i.test(sql)) return statement;
    const run = statement.run.bind(statement);
    statement.run = (...values: never[]) => {
      const { synchronous } = original.call(this, 'pragma synchronous').get() as { synchronous: number };
      const result = run(...values);
      if (synchronous === 2) committed();
      return result;
    };
    return statement;
  };
  return () => {
    DatabaseSync.prototype.prepare = original;
  };
}

/** What was synced between a submission and its answer, in order; the names are those of `fsync.ts`. */
export async function syncedInside(nameOf: (path: string) => string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-fsync-'));
  const stub = await startStub();
  const order: string[] = [];
  const ends = [
    watchFiles((path) => order.push(nameOf(path))),
    watchCommits(() => order.push(nameOf('-wal'))),
  ];
  const { startNode } = await import('#src/edge/node/start.node.ts');
  const { readSettings } = await import('#src/edge/settings.ts');
  const settings = {
    PORT: '0',
    DATA_DIR: folder,
    OCR_API_URL: stub.url,
    OCR_API_KEY: 'bench',
    LOG_LEVEL: 'silent',
  };
  const server = await startNode(readSettings(settings));
  const http = client(server.url, 1);
  try {
    const customer = await prepare(http, 0);
    order.length = 0;
    await submit(http, customer);
    return [...order, 'answer'];
  } finally {
    http.close();
    await server.close();
    for (const end of ends) end();
    stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
