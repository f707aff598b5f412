import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';
import { createStore, type Store } from './store.ts';

/** Postgres' type of our times in milliseconds; as numbers they are exact for 285,000 years. */
const INT8 = 20;
/** A statement that hangs must not hold a request, nor its connection, for ever, ms. */
const STATEMENT_MS = 10_000;

export interface PostgresOptions {
  /** Connections of this process. */
  readonly connections?: number;
}

/**
 * A pool of connections as the store wants them.
 * @param behindPooler a pooler that serves many clients by few connections refuses what changes a connection for
 * good: the time of a statement is then kept here alone.
 */
export function openPool(url: string, connections: number, behindPooler = false): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    query_timeout: STATEMENT_MS + 1000,
    ...(!behindPooler && { statement_timeout: STATEMENT_MS }),
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')),
    },
  });
  // A connection that dies while idle is replaced at the next need; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that dies while it is lent out, where the pool does not listen: whoever asks it is told anyway.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The store over a pool of Postgres' connections. */
export const postgresStore = (pool: PostgresPool): Store =>
  createStore(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), 'postgres');

/**
 * The store in PostgreSQL, shared by any number of processes. Commits are as durable as the server's
 * `synchronous_commit`, which is on unless someone has turned it off.
 */
export const openPostgres = (url: string, { connections = 10 }: PostgresOptions = {}): Store =>
  postgresStore(openPool(url, connections));
