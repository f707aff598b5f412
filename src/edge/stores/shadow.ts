import type { Insertable, Kysely } from 'kysely';
import type { Database, ShadowTable } from './schema.ts';

export interface ShadowStore {
  readonly add: (row: Insertable<ShadowTable>) => Promise<void>;
  /** What is sealed of a second reading that differs; null if there is none. */
  readonly second: (readingId: string) => Promise<Uint8Array | null>;
}

export function sqlShadow(db: Kysely<Database>): ShadowStore {
  return {
    add: async (row) => {
      await db.insertInto('shadow_readings').values(row).execute();
    },
    second: async (readingId) => {
      const row = await db
        .selectFrom('shadow_readings')
        .select('sealed')
        .where('reading_id', '=', readingId)
        .where('sealed', 'is not', null)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.sealed ?? null;
    },
  };
}
