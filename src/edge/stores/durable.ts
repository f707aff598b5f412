import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database, Dialect } from './schema.ts';

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
  if (dialect === 'postgres') return db.transaction().execute(work);
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = full`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = normal`.execute(connection);
    }
  });
}
