import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Where data keys lie. */
export const KEYED_TABLES = [
  'sessions',
  'applications',
  'secrets',
  'webhook_endpoints',
  'idempotency',
] as const;
type Table = (typeof KEYED_TABLES)[number];

/** What names a row. */
const idOf = (table: Table) =>
  table === 'idempotency' ? sql<string>`partner_id || ':' || key` : sql.ref<string>('id');

/** The wrapped data keys, for their rotation. */
export interface DataKeyStore {
  /** Up to `limit` rows in the order of their ids, from the one after `after`. */
  readonly page: (
    table: Table,
    after: string,
    limit: number,
  ) => Promise<readonly { id: string; data_key: Uint8Array }[]>;
  /** @returns false if the key is not `old` any more. */
  readonly replace: (table: Table, id: string, old: Uint8Array, wrapped: Uint8Array) => Promise<boolean>;
}

export function sqlDataKeys(db: Kysely<Database>): DataKeyStore {
  return {
    page: (table, after, limit) =>
      db
        .selectFrom(table)
        .select(['data_key', idOf(table).as('id')])
        .where(idOf(table), '>', after)
        .orderBy(idOf(table))
        .limit(limit)
        .execute(),
    replace: async (table, id, old, wrapped) => {
      const { numUpdatedRows } = await db
        .updateTable(table)
        .set({ data_key: wrapped })
        .where(idOf(table), '=', id)
        .where('data_key', '=', old)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
