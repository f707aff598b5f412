import type { Kysely } from 'kysely';
import { compiled } from './compiled.ts';
import type { Database } from './schema.ts';

export interface LimitStore {
  /** Counts one request under each key in the window that began at `startsAt`. @returns the counts by key. */
  readonly hit: (keys: readonly string[], startsAt: number) => Promise<ReadonlyMap<string, number>>;
}

/** By the number of keys, which is that of a route's limits. */
const hits = Array.from({ length: 4 }, (_, keys) =>
  compiled((db, of: { startsAt: number } & Readonly<Record<`key${number}`, string>>) =>
    db
      .insertInto('limits')
      .values(
        Array.from({ length: keys }, (_, i) => ({ key: of[`key${i}`]!, starts_at: of.startsAt, count: 1 })),
      )
      .onConflict((oc) =>
        oc.columns(['key', 'starts_at']).doUpdateSet((eb) => ({ count: eb('limits.count', '+', 1) })),
      )
      .returning(['key', 'count']),
  ),
);

export function sqlLimits(db: Kysely<Database>): LimitStore {
  return {
    hit: async (keys, startsAt) => {
      const hitAll = hits[keys.length];
      if (!hitAll) throw new Error('More limits at once than there are queries for');
      // In one order everywhere: two requests that count the same keys do not wait for each other.
      const named = [...keys].sort().map((key, i) => [`key${i}`, key]);
      const { rows } = await hitAll(db, { startsAt, ...Object.fromEntries(named) });
      return new Map(rows.map(({ key, count }) => [key, count]));
    },
  };
}
