import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { InvitationTable } from './schema-agents.ts';

export type InvitationRow = Selectable<InvitationTable>;

/** Failures after which an account waits, and how long, ms: each further failure doubles it. */
export interface LockRule {
  readonly failures: number;
  readonly firstMs: number;
  readonly longestMs: number;
  /** Failures older than this are forgotten, ms. */
  readonly forgetMs: number;
}

/** Ways into the console: invitations, and what keeps guessers out, there and at the links of applications. */
export interface EntranceStore {
  /** Until when the subject is locked, ms; 0 if it is not. */
  readonly lockedUntil: (subjects: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /**
   * Counts a try as a failure before its secret is looked at, in one guarded statement: tries at once are counted one
   * after the other. @returns until when it is locked by this one, ms, 0 if it is not; null if it was locked before.
   */
  readonly reserve: (subject: string, now: number, rule: LockRule) => Promise<number | null>;
  /** Gives back a try that was no failure, and the lock with it if it was this one's (`until` of `reserve`). */
  readonly giveBack: (subject: string, until: number) => Promise<void>;
  readonly forgive: (subject: string) => Promise<void>;
  readonly invite: (row: Omit<InvitationRow, 'used_at'>) => Promise<void>;
  /** Those that can still be accepted. */
  readonly invitations: (now: number) => Promise<readonly InvitationRow[]>;
  readonly invitation: (secretHash: string, now: number) => Promise<InvitationRow | null>;
  /** The newest open invitation of an e-mail, used up. */
  readonly useOf: (email: string, now: number) => Promise<InvitationRow | null>;
  readonly withdraw: (id: string) => Promise<boolean>;
}

export function sqlEntrances(db: Kysely<Database>): EntranceStore {
  const open = (now: number) =>
    db.selectFrom('invitations').selectAll().where('used_at', 'is', null).where('expires_at', '>', now);
  return {
    lockedUntil: async (subjects) => {
      if (subjects.length === 0) return new Map();
      const rows = await db
        .selectFrom('agent_failures')
        .select(['subject', 'locked_until'])
        .where('subject', 'in', [...subjects])
        .execute();
      return new Map(rows.map((row) => [row.subject, row.locked_until]));
    },
    reserve: async (subject, now, { failures, firstMs, longestMs, forgetMs }) =>
      db.transaction().execute(async (tx) => {
        const counted = await tx
          .insertInto('agent_failures')
          .values({ subject, count: 1, last_at: now })
          .onConflict((oc) =>
            oc
              .column('subject')
              .doUpdateSet((eb) => ({
                count: eb
                  .case()
                  .when('agent_failures.last_at', '<', now - forgetMs)
                  .then(1)
                  .else(eb('agent_failures.count', '+', 1))
                  .end(),
                last_at: now,
              }))
              .where('agent_failures.locked_until', '<=', now),
          )
          .returning('count')
          .executeTakeFirst();
        if (!counted) return null;
        const { count } = counted;
        if (count < failures) return 0;
        const until = now + Math.min(firstMs * 2 ** (count - failures), longestMs);
        // In the same transaction: whoever tries next waits for it, and sees the lock.
        await tx
          .updateTable('agent_failures')
          .set({ locked_until: until })
          .where('subject', '=', subject)
          .execute();
        return until;
      }),
    giveBack: async (subject, until) => {
      await db
        .updateTable('agent_failures')
        .set((eb) => ({
          count: eb('count', '-', 1),
          locked_until: eb.case().when('locked_until', '=', until).then(0).else(eb.ref('locked_until')).end(),
        }))
        .where('subject', '=', subject)
        .where('count', '>', 0)
        .execute();
    },
    forgive: async (subject) => {
      await db.deleteFrom('agent_failures').where('subject', '=', subject).execute();
    },
    invite: async (row) => {
      await db
        .insertInto('invitations')
        .values({ ...row, used_at: null })
        .execute();
    },
    invitations: (now) => open(now).orderBy('created_at', 'desc').execute(),
    invitation: async (secretHash, now) =>
      (await open(now).where('secret_hash', '=', secretHash).executeTakeFirst()) ?? null,
    useOf: async (email, now) =>
      (await db
        .updateTable('invitations')
        .set({ used_at: now })
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('invitations')
            .select('id')
            .where('email', '=', email)
            .where('used_at', 'is', null)
            .where('expires_at', '>', now)
            .orderBy('created_at', 'desc')
            .limit(1),
        )
        .where('used_at', 'is', null)
        .returningAll()
        .executeTakeFirst()) ?? null,
    withdraw: async (id) => {
      const gone = await db
        .deleteFrom('invitations')
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
