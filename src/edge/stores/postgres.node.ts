import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './schema.ts';
import { createStore, type Store } from './store.ts';

/** Postgres' type of our times in milliseconds; as numbers they are exact for 285,000 years. */
const INT8 = 20;

export interface PostgresOptions {
  /** Connections of this process. */
  readonly connections?: number;
}

/**
 * The store in PostgreSQL, shared by any number of processes. Commits are as durable as the server's
 * `synchronous_commit`, which is on unless someone has turned it off.
 */
export function openPostgres(url: string, { connections = 10 }: PostgresOptions = {}): Store {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    // A statement that hangs must not hold a request, nor its connection, for ever.
    statement_timeout: 10_000,
    types: {
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')),
    },
  });
  // A connection that dies while idle is replaced at the next need; without a listener it would end the process.
  pool.on('error', () => {});
  return createStore(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), 'postgres');
}
