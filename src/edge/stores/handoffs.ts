import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { HandoffTable } from './schema-partners.ts';

export type HandoffRow = Selectable<HandoffTable>;

/** What a follower is told of, in one look. */
export interface HandoffView extends HandoffRow {
  readonly draft_at: number | null;
  readonly application_id: string | null;
}

export interface HandoffStore {
  /** Makes a link; those that the session had before are ended. */
  readonly create: (
    row: Pick<HandoffRow, 'id' | 'session_id' | 'secret_hash' | 'code_hash' | 'created_at' | 'expires_at'>,
  ) => Promise<void>;
  readonly view: (id: string) => Promise<HandoffView | null>;
  /** By the hash of its secret, while it can still be joined; the first look makes it `opened`. */
  readonly open: (secretHash: string, now: number) => Promise<HandoffRow | null>;
  /** Joins, once: null if another has, or it has ended. */
  readonly join: (id: string, codeHash: string, now: number) => Promise<HandoffRow | null>;
  /** Counts a wrong code; at `limit` the link is dead. @returns how many were wrong. */
  readonly wrong: (id: string, limit: number) => Promise<number>;
  readonly take: (id: string, holder: HandoffRow['holder']) => Promise<boolean>;
  readonly end: (id: string) => Promise<void>;
}

export function sqlHandoffs(db: Kysely<Database>): HandoffStore {
  return {
    create: (row) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('handoffs')
          .set({ state: 'ended' })
          .where('session_id', '=', row.session_id)
          .execute();
        await tx
          .insertInto('handoffs')
          .values({ ...row, state: 'waiting', holder: 'desktop' })
          .execute();
      }),
    view: async (id) =>
      (await db
        .selectFrom('handoffs')
        .innerJoin('sessions', 'sessions.id', 'handoffs.session_id')
        .leftJoin('drafts', 'drafts.session_id', 'handoffs.session_id')
        .selectAll('handoffs')
        .select(['drafts.updated_at as draft_at', 'sessions.application_id'])
        .where('handoffs.id', '=', id)
        .executeTakeFirst()) ?? null,
    open: (secretHash, now) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('handoffs')
          .set({ state: 'opened' })
          .where('secret_hash', '=', secretHash)
          .where('state', '=', 'waiting')
          .where('expires_at', '>', now)
          .execute();
        const row = await tx
          .selectFrom('handoffs')
          .selectAll()
          .where('secret_hash', '=', secretHash)
          .where('state', '=', 'opened')
          .where('expires_at', '>', now)
          .executeTakeFirst();
        return row ?? null;
      }),
    join: async (id, codeHash, now) => {
      const row = await db
        .updateTable('handoffs')
        .set({ state: 'joined', holder: 'phone' })
        .where('id', '=', id)
        .where('code_hash', '=', codeHash)
        .where('state', '=', 'opened')
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },
    wrong: async (id, limit) => {
      const row = await db
        .updateTable('handoffs')
        .set((eb) => ({
          wrong_codes: eb('wrong_codes', '+', 1),
          state: eb
            .case()
            .when('wrong_codes', '>=', limit - 1)
            .then('ended' as const)
            .else(eb.ref('state'))
            .end(),
        }))
        .where('id', '=', id)
        .where('state', '=', 'opened')
        .returning('wrong_codes')
        .executeTakeFirst();
      return row?.wrong_codes ?? limit;
    },
    take: async (id, holder) => {
      const { numUpdatedRows } = await db
        .updateTable('handoffs')
        .set({ holder })
        .where('id', '=', id)
        .where('state', '=', 'joined')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    end: async (id) => {
      await db.updateTable('handoffs').set({ state: 'ended' }).where('id', '=', id).execute();
    },
  };
}
