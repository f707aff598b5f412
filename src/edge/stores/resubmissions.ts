import { type Kysely, sql } from 'kysely';
import type { ApplicationRow } from './applications.ts';
import { durably } from './durable.ts';
import { type Enqueued, enqueue, holdLines } from './enqueue.ts';
import { appendEvent } from './events.ts';
import type { Database, Dialect } from './schema.ts';
import type { SessionRow } from './sessions.ts';

interface Resubmitted extends Pick<ApplicationRow, 'id' | 'submitted_at' | 'sealed' | 'idempotency_key'> {
  readonly session_id: string;
  /** A new reading to be tied; null: the earlier one stays, or there is none. */
  readonly reading_id: string | null;
  readonly erase_at: number;
  readonly queue: Enqueued;
}

export interface ResubmissionStore {
  /** The session that is open for an application; null if there is none, or if its time is up. */
  readonly session: (applicationId: string, now: number) => Promise<SessionRow | null>;
  /** Binds a fresh session to an application, with the draft that it begins with. */
  readonly begin: (
    session: Pick<SessionRow, 'id' | 'created_at' | 'expires_at' | 'data_key' | 'partner_id' | 'mode'>,
    applicationId: string,
    draft: Uint8Array,
  ) => Promise<void>;
  /**
   * Puts a new attempt in the place of the one before, which is kept. On disk when it returns.
   * @returns null if nothing is asked for any more.
   */
  readonly submit: (attempt: Resubmitted) => Promise<ApplicationRow | null>;
}

export function sqlResubmissions(db: Kysely<Database>, dialect: Dialect): ResubmissionStore {
  return {
    session: async (applicationId, now) =>
      (await db
        .selectFrom('sessions')
        .selectAll()
        .where('resubmits', '=', applicationId)
        .where('application_id', 'is', null)
        .where('expires_at', '>', now)
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst()) ?? null,
    begin: (session, applicationId, draft) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('sessions')
          .values({ ...session, application_id: null, resubmits: applicationId })
          .execute();
        await tx
          .insertInto('due')
          .values({ kind: 'session', subject: session.id, due_at: session.expires_at })
          .execute();
        await tx
          .insertInto('drafts')
          .values({ session_id: session.id, sealed: draft, updated_at: session.created_at })
          .execute();
      }),
    submit: ({ id, submitted_at, sealed, idempotency_key, session_id, reading_id, erase_at, queue }) =>
      durably(db, dialect, async (tx) => {
        await holdLines(tx, dialect, id, queue.matches);
        const asked = tx
          .selectFrom('applications')
          .selectAll()
          .where('id', '=', id)
          .where('status', '=', 'resubmission_requested');
        const before = await (dialect === 'postgres' ? asked.forUpdate() : asked).executeTakeFirst();
        if (!before) return null;
        const { attempt } = await tx
          .selectFrom('queue')
          .select('attempt')
          .where('application_id', '=', id)
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('attempts')
          .values({
            application_id: id,
            attempt,
            submitted_at: before.submitted_at,
            sealed: before.sealed,
          })
          .execute();
        const row = await tx
          .updateTable('applications')
          .set({
            status: 'submitted',
            comment: null,
            decided_at: null,
            submitted_at,
            sealed,
            idempotency_key,
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const closed = await tx
          .updateTable('sessions')
          .set({ application_id: id })
          .where('id', '=', session_id)
          .where('application_id', 'is', null)
          .executeTakeFirst();
        if (closed.numUpdatedRows !== 1n) throw new Error('The session of a resubmission is gone');
        if (reading_id !== null) {
          const tied = await tx
            .updateTable('readings')
            .set({ application_id: id })
            .where('id', '=', reading_id)
            .where('session_id', '=', session_id)
            .where('application_id', 'is', null)
            .executeTakeFirst();
          if (tied.numUpdatedRows !== 1n) throw new Error('The reading of a resubmission is gone');
        }
        await tx.deleteFrom('corrections').where('application_id', '=', id).execute();
        await tx.deleteFrom('drafts').where('session_id', '=', session_id).execute();
        await sql`update due set due_at = ${erase_at} where kind = 'application' and subject = ${id}`.execute(
          tx,
        );
        const { reference, country } = before;
        await enqueue(
          tx,
          dialect,
          { application_id: id, reference, country, submitted_at, attempt: attempt + 1 },
          queue,
        );
        await appendEvent(tx, {
          type: 'application.submitted',
          application_id: id,
          session_id: before.session_id,
          at: submitted_at,
          tellAt: submitted_at,
        });
        return row;
      }),
  };
}
