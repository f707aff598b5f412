import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { IdempotencyTable } from './schema-partners.ts';

type IdempotencyRow = Selectable<IdempotencyTable>;

export interface IdempotencyStore {
  /** `mine` true: the caller answers, and ends with `finish` or `release`. Otherwise the row of who came first. */
  readonly claim: (
    row: Omit<IdempotencyRow, 'status' | 'sealed' | 'session_id'>,
    abandonedBefore: number,
  ) => Promise<{ mine: boolean; row: IdempotencyRow | null }>;
  readonly finish: (
    partnerId: string,
    key: string,
    reply: Pick<IdempotencyRow, 'status' | 'sealed' | 'session_id'>,
  ) => Promise<void>;
  /** No reply worth keeping: the next request with this key is a first one. */
  readonly release: (partnerId: string, key: string) => Promise<void>;
}

export function sqlIdempotency(db: Kysely<Database>): IdempotencyStore {
  return {
    claim: ({ partner_id, key, ...rest }, abandonedBefore) =>
      db.transaction().execute(async (tx) => {
        // A process that died in the middle must not block its key for a day.
        await tx
          .deleteFrom('idempotency')
          .where('partner_id', '=', partner_id)
          .where('key', '=', key)
          .where('status', 'is', null)
          .where('at', '<', abandonedBefore)
          .execute();
        const made = await tx
          .insertInto('idempotency')
          .values({ partner_id, key, ...rest, status: null, sealed: null })
          .onConflict((oc) => oc.columns(['partner_id', 'key']).doNothing())
          .returningAll()
          .executeTakeFirst();
        if (made) return { mine: true, row: made };
        const row = await tx
          .selectFrom('idempotency')
          .selectAll()
          .where('partner_id', '=', partner_id)
          .where('key', '=', key)
          .executeTakeFirst();
        return { mine: false, row: row ?? null };
      }),
    finish: async (partnerId, key, reply) => {
      await db
        .updateTable('idempotency')
        .set(reply)
        .where('partner_id', '=', partnerId)
        .where('key', '=', key)
        .execute();
    },
    release: async (partnerId, key) => {
      await db
        .deleteFrom('idempotency')
        .where('partner_id', '=', partnerId)
        .where('key', '=', key)
        .where('status', 'is', null)
        .execute();
    },
  };
}
