import type { Insertable, Kysely } from 'kysely';
import type { Database, ShadowTable } from './schema.ts';

/** How often a second upstream read otherwise than the one whose answer was given. */
interface ShadowFigures {
  readonly compared: number;
  /** Both read the card, or neither did, with the same outcome. */
  readonly sameOutcome: number;
  /** Readings by both, and how many of them differ in each field, by its name. */
  readonly bothRead: number;
  readonly fields: Readonly<Record<string, number>>;
}

export interface ShadowStore {
  readonly add: (row: Insertable<ShadowTable>) => Promise<void>;
  /** What is sealed of a second reading that differs; null if there is none. */
  readonly second: (readingId: string) => Promise<Uint8Array | null>;
  /** Over `from` ≤ time < `to`, ms; of one country if one is given. */
  readonly figures: (from: number, to: number, country?: string) => Promise<ShadowFigures>;
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
    figures: async (from, to, country) => {
      const groups = await db
        .selectFrom('shadow_readings')
        .select(['outcome', 'shadow_outcome', 'differs'])
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('at', '>=', from)
        .where('at', '<', to)
        .$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
        .groupBy(['outcome', 'shadow_outcome', 'differs'])
        .execute();
      const fields: Record<string, number> = {};
      let [compared, sameOutcome, bothRead] = [0, 0, 0];
      for (const { outcome, shadow_outcome, differs, n: count } of groups) {
        const n = Number(count);
        compared += n;
        if (outcome === shadow_outcome) sameOutcome += n;
        if (outcome === 'read' && shadow_outcome === 'read') bothRead += n;
        for (const name of JSON.parse(differs) as string[]) fields[name] = (fields[name] ?? 0) + n;
      }
      return { compared, sameOutcome, bothRead, fields };
    },
  };
}
