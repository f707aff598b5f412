import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database, Dialect } from './schema.ts';

/** SQLSTATEs of transactions that met and of which Postgres has ended one: deadlock_detected, serialization_failure. */
const MET = ['40P01', '40001'];

const hasMet = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && MET.includes(String(error.code));

/**
 * A transaction, begun once more if it met another one and was ended for it.
 * @param work is run again from its beginning: it must do nothing but ask `tx`.
 */
export async function transact<T>(
  db: Kysely<Database>,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    if (!hasMet(error)) throw error;
    return db.transaction().execute(work);
  }
}

/**
 * A transaction that has reached the disk when it returns. SQLite otherwise commits with `synchronous=NORMAL`:
 * the end of the process loses nothing, the end of the power the last moments, which is too little for an
 * application and right for everything before it (a fsync for each statement of a reading costs ten readings).
 * Since the log is written in order, what a durable transaction builds on is durable with it.
 */
export function durably<T>(
  db: Kysely<Database>,
  dialect: Dialect,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (dialect === 'postgres') return transact(db, work);
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
    }
  });
}
