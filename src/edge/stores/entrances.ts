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

/** Ways into the console: invitations, and what keeps guessers out. */
export interface EntranceStore {
  /** Until when the subject is locked, ms; 0 if it is not. */
  readonly lockedUntil: (subjects: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Counts a failure. @returns until when it is locked now, ms; 0 if it is not. */
  readonly failed: (subject: string, now: number, rule: LockRule) => Promise<number>;
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
    failed: async (subject, now, { failures, firstMs, longestMs, forgetMs }) =>
      db.transaction().execute(async (tx) => {
        const { count } = await tx
          .insertInto('agent_failures')
          .values({ subject, count: 1, last_at: now })
          .onConflict((oc) =>
            oc.column('subject').doUpdateSet((eb) => ({
              count: eb
                .case()
                .when('agent_failures.last_at', '<', now - forgetMs)
                .then(1)
                .else(eb('agent_failures.count', '+', 1))
                .end(),
              last_at: now,
            })),
          )
          .returning('count')
          .executeTakeFirstOrThrow();
        if (count < failures) return 0;
        const until = now + Math.min(firstMs * 2 ** (count - failures), longestMs);
        await tx
          .updateTable('agent_failures')
          .set({ locked_until: until })
          .where('subject', '=', subject)
          .execute();
        return until;
      }),
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
