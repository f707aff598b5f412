import type { Kysely, Transaction } from 'kysely';
import { durably } from './durable.ts';
import { dequeue } from './enqueue.ts';
import { appendEvent } from './events.ts';
import { eraseImagesAfter, forgetReadings } from './forget.ts';
import type { Database, Dialect, ErasureTable } from './schema.ts';

type Reason = ErasureTable['reason'];

export interface ErasureStore {
  /** Erases what a session left unsubmitted, and the session. Its key goes along: sealed copies stay shut. */
  readonly session: (id: string, reason: Reason, now: number) => Promise<void>;
  /** Erases an application with its reading; the image becomes due. @returns false if there is none. */
  readonly application: (id: string, reason: Reason, now: number) => Promise<boolean>;
  /** The same on the customer's own request, unless it is decided. @returns false if it is, or there is none. */
  readonly undecided: (id: string, now: number) => Promise<boolean>;
  /** Counters of windows that have passed. */
  readonly limitsBefore: (time: number) => Promise<void>;
}

/** An application with its reading and its session; the image becomes due. */
async function eraseApplication(
  tx: Transaction<Database>,
  id: string,
  reason: Reason,
  at: number,
): Promise<boolean> {
  if (reason === 'retention') await tellOfExpiry(tx, id, at);
  const readings = await tx.deleteFrom('readings').where('application_id', '=', id).returning('id').execute();
  await eraseImagesAfter(
    tx,
    readings.map((row) => row.id),
    at,
  );
  const row = await tx
    .deleteFrom('applications')
    .where('id', '=', id)
    .returning('session_id')
    .executeTakeFirst();
  if (!row) return false;
  await dequeue(tx, id, at);
  // The sessions hold the same data key.
  for (const { id: session } of await tx
    .selectFrom('sessions')
    .select('id')
    .where('resubmits', '=', id)
    .execute()) {
    await forgetReadings(tx, session, at);
    await tx.deleteFrom('sessions').where('id', '=', session).execute();
  }
  await forgetReadings(tx, row.session_id, at);
  await tx.deleteFrom('sessions').where('id', '=', row.session_id).execute();
  await tx
    .insertInto('erasures')
    .values({ id: crypto.randomUUID(), kind: 'application', subject: id, reason, at })
    .execute();
  return true;
}

/** Told from here, since afterwards there is nothing left to tell of. */
async function tellOfExpiry(tx: Transaction<Database>, id: string, at: number): Promise<void> {
  const row = await tx
    .selectFrom('applications')
    .select('session_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  await appendEvent(tx, {
    type: 'application.expired',
    application_id: id,
    session_id: row.session_id,
    at,
    tellAt: at,
  });
}

export function sqlErasure(db: Kysely<Database>, dialect: Dialect): ErasureStore {
  return {
    session: (id, reason, at) =>
      db.transaction().execute(async (tx) => {
        await forgetReadings(tx, id, at);
        const gone = await tx.deleteFrom('sessions').where('id', '=', id).executeTakeFirst();
        if (gone.numDeletedRows > 0n)
          await tx
            .insertInto('erasures')
            .values({ id: crypto.randomUUID(), kind: 'session', subject: id, reason, at })
            .execute();
      }),
    application: (id, reason, at) => durably(db, dialect, (tx) => eraseApplication(tx, id, reason, at)),
    undecided: (id, at) =>
      durably(db, dialect, async (tx) => {
        // Held, so that no decision comes between.
        const open = tx
          .selectFrom('applications')
          .select('id')
          .where('id', '=', id)
          .where('status', 'not in', ['approved', 'declined']);
        const held = await (dialect === 'postgres' ? open.forUpdate() : open).executeTakeFirst();
        return held !== undefined && eraseApplication(tx, id, 'request', at);
      }),
    limitsBefore: async (time) => {
      await db.deleteFrom('limits').where('starts_at', '<', time).execute();
    },
  };
}
