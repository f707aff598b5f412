import type { Kysely, Selectable } from 'kysely';
import { compiled } from './compiled.ts';
import { countStep } from './funnel.ts';
import type { Database, SessionTable } from './schema.ts';

export type SessionRow = Selectable<SessionTable>;

export interface SessionStore {
  /** Makes a session; one with that id that is there already stays as it is. */
  readonly create: (
    row: Pick<SessionRow, 'id' | 'created_at' | 'expires_at' | 'data_key'> & Partial<SessionRow>,
  ) => Promise<void>;
  /** What a partner asks for when it has a session go on; only while that is open. */
  readonly reopen: (
    id: string,
    change: Pick<SessionRow, 'client_id' | 'origin' | 'options'>,
  ) => Promise<boolean>;
  readonly find: (id: string) => Promise<SessionRow | null>;
  /**
   * The session as a token reaches it, in one query: its time is not up, its partner (if it has one) is not disabled,
   * and the hand-off that the token came by (if it is a phone's) still holds. Null otherwise.
   */
  readonly reach: (id: string, now: number, handoff?: string) => Promise<SessionRow | null>;
}

const reachable = (db: Kysely<Database>, { id, now }: { id: string; now: number }) =>
  db
    .selectFrom('sessions')
    .leftJoin('partners', 'partners.id', 'sessions.partner_id')
    .selectAll('sessions')
    .where('sessions.id', '=', id)
    .where('sessions.expires_at', '>', now)
    .where('partners.disabled_at', 'is', null);

const inForce = compiled(reachable);

const onPhone = compiled((db, of: { id: string; now: number; handoff: string }) =>
  reachable(db, of)
    .innerJoin('handoffs', 'handoffs.session_id', 'sessions.id')
    .where('handoffs.id', '=', of.handoff)
    .where('handoffs.state', '=', 'joined'),
);

const findSession = compiled((db, { id }: { id: string }) =>
  db.selectFrom('sessions').selectAll().where('id', '=', id),
);

export function sqlSessions(db: Kysely<Database>): SessionStore {
  return {
    create: (row) =>
      db.transaction().execute(async (tx) => {
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('sessions')
          .values({ ...row, application_id: null })
          .onConflict((oc) => oc.column('id').doNothing())
          .executeTakeFirst();
        if (!numInsertedOrUpdatedRows) return;
        await tx
          .insertInto('due')
          .values({ kind: 'session', subject: row.id, due_at: row.expires_at })
          .execute();
        await countStep(tx, row.id, 'started', '', row.created_at);
      }),
    reopen: async (id, change) => {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set(change)
        .where('id', '=', id)
        .where('application_id', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    reach: async (id, now, handoff) => {
      const reached =
        handoff === undefined ? await inForce(db, { id, now }) : await onPhone(db, { id, now, handoff });
      return reached.rows[0] ?? null;
    },
    find: async (id) => (await findSession(db, { id })).rows[0] ?? null,
  };
}
