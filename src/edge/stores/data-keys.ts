import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

type Table = 'applications' | 'sessions' | 'secrets' | 'webhook_endpoints';

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
        .select(['id', 'data_key'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    replace: async (table, id, old, wrapped) => {
      const { numUpdatedRows } = await db
        .updateTable(table)
        .set({ data_key: wrapped })
        .where('id', '=', id)
        .where('data_key', '=', old)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
