import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

export interface LimitStore {
  /** Counts one request under each key in the window that began at `startsAt`. @returns the counts by key. */
  readonly hit: (keys: readonly string[], startsAt: number) => Promise<ReadonlyMap<string, number>>;
}

export function sqlLimits(db: Kysely<Database>): LimitStore {
  return {
    hit: async (keys, startsAt) => {
      const rows = await db
        .insertInto('limits')
        // In one order everywhere: two requests that count the same keys do not wait for each other.
        .values([...keys].sort().map((key) => ({ key, starts_at: startsAt, count: 1 })))
        .onConflict((oc) =>
          oc.columns(['key', 'starts_at']).doUpdateSet((eb) => ({ count: eb('limits.count', '+', 1) })),
        )
        .returning(['key', 'count'])
        .execute();
      return new Map(rows.map(({ key, count }) => [key, count]));
    },
  };
}
