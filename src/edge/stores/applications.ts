import { type Kysely, type Selectable, sql } from 'kysely';
import { durably } from './durable.ts';
import { type Enqueued, enqueue } from './enqueue.ts';
import { appendEvent } from './events.ts';
import { countStep } from './funnel.ts';
import type { ApplicationTable, Database, Dialect } from './schema.ts';

export type ApplicationRow = Selectable<ApplicationTable>;

interface NewApplication extends Omit<ApplicationRow, 'status' | 'comment' | 'decided_at'> {
  readonly reading_id: string | null;
  /** When it is to be erased, ms. */
  readonly erase_at: number;
  /** What the console is told; null for a partner's tests, which nobody reviews. */
  readonly queue: Enqueued | null;
}

export interface ApplicationStore {
  /**
   * Stores an application, ties its reading to it, closes its session and drops the draft, all or nothing,
   * on disk when it returns. A session has one application: if there is one already, that is returned.
   */
  readonly submit: (application: NewApplication) => Promise<{ created: boolean; row: ApplicationRow }>;
  readonly find: (id: string) => Promise<ApplicationRow | null>;
  readonly ofSession: (sessionId: string) => Promise<ApplicationRow | null>;
  readonly byReference: (reference: string) => Promise<ApplicationRow | null>;
  readonly count: () => Promise<number>;
  /** From now on the secret of the status page opens nothing. */
  readonly revokeLink: (id: string) => Promise<void>;
}

export function sqlApplications(db: Kysely<Database>, dialect: Dialect): ApplicationStore {
  const ofSession = (on: Kysely<Database>, sessionId: string) =>
    on
      .selectFrom('applications')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('session_id', '=', sessionId),
          // A session that has sent an application again.
          eb(
            'id',
            'in',
            eb.selectFrom('sessions').select('sessions.application_id').where('sessions.id', '=', sessionId),
          ),
        ]),
      )
      .executeTakeFirst();
  return {
    submit: ({ reading_id, erase_at, queue, ...row }) =>
      durably(db, dialect, async (tx) => {
        // The other half of a double tap waits here until this transaction has ended.
        if (dialect === 'postgres')
          await sql`select id from sessions where id = ${row.session_id} for update`.execute(tx);
        const made = await tx
          .insertInto('applications')
          .values({ ...row, status: 'submitted', comment: null, decided_at: null })
          .onConflict((oc) => oc.column('session_id').doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!made) {
          const row_ = await ofSession(tx, row.session_id);
          if (!row_) throw new Error('An application was neither stored nor there');
          return { created: false, row: row_ };
        }
        const closed = await tx
          .updateTable('sessions')
          .set({ application_id: row.id })
          .where('id', '=', row.session_id)
          .where('application_id', 'is', null)
          .executeTakeFirst();
        if (closed.numUpdatedRows !== 1n) throw new Error('The session of an application is gone');
        if (reading_id !== null) {
          const tied = await tx
            .updateTable('readings')
            .set({ application_id: row.id })
            .where('id', '=', reading_id)
            .where('session_id', '=', row.session_id)
            .where('application_id', 'is', null)
            .executeTakeFirst();
          if (tied.numUpdatedRows !== 1n) throw new Error('The reading of an application is gone');
        }
        await tx
          .insertInto('due')
          .values({ kind: 'application', subject: row.id, due_at: erase_at })
          .execute();
        await tx.deleteFrom('drafts').where('session_id', '=', row.session_id).execute();
        const { id: application_id, reference, country, submitted_at } = row;
        await countStep(tx, row.session_id, 'submitted', country, submitted_at);
        if (queue) {
          const line = { application_id, reference, country, submitted_at, attempt: 1 };
          await enqueue(tx, dialect, line, queue);
        }
        await appendEvent(tx, {
          type: 'application.submitted',
          application_id: row.id,
          session_id: row.session_id,
          at: row.submitted_at,
          tellAt: row.submitted_at,
        });
        return { created: true, row: made };
      }),
    find: async (id) =>
      (await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    revokeLink: async (id) => {
      await db.updateTable('applications').set({ status_hash: null }).where('id', '=', id).execute();
    },
    ofSession: async (sessionId) => (await ofSession(db, sessionId)) ?? null,
    byReference: async (reference) =>
      (await db
        .selectFrom('applications')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst()) ?? null,
    count: async () => {
      const { n } = await db
        .selectFrom('applications')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
  };
}
