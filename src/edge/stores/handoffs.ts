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
  /** The session's hand-off that a phone has joined: there is one at most. */
  readonly joined: (sessionId: string) => Promise<HandoffRow | null>;
  /** By the hash of its secret, while it can still be joined; the first look makes it `opened`. */
  readonly open: (secretHash: string, now: number) => Promise<HandoffRow | null>;
  /**
   * One try with a code, judged and counted in one statement, so that tries at once are one after the other: the
   * right one joins, a wrong one is counted, and the link ends with wrong number `limit`.
   * @returns the link after it; null if it could not be tried: another has joined, or it has ended.
   */
  readonly join: (id: string, codeHash: string, now: number, limit: number) => Promise<HandoffRow | null>;
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
    joined: async (sessionId) =>
      (await db
        .selectFrom('handoffs')
        .selectAll()
        .where('session_id', '=', sessionId)
        .where('state', '=', 'joined')
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
    join: async (id, codeHash, now, limit) => {
      const row = await db
        .updateTable('handoffs')
        .set((eb) => ({
          state: eb
            .case()
            .when('code_hash', '=', codeHash)
            .then('joined' as const)
            .when('wrong_codes', '>=', limit - 1)
            .then('ended' as const)
            .else(eb.ref('state'))
            .end(),
          holder: eb
            .case()
            .when('code_hash', '=', codeHash)
            .then('phone' as const)
            .else(eb.ref('holder'))
            .end(),
          wrong_codes: eb
            .case()
            .when('code_hash', '=', codeHash)
            .then(eb.ref('wrong_codes'))
            .else(eb('wrong_codes', '+', 1))
            .end(),
        }))
        .where('id', '=', id)
        .where('state', '=', 'opened')
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
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
