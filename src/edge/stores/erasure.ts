import type { Kysely, Transaction } from 'kysely';
import { type AuditMark, appendAudit } from './audit.ts';
import { durably, transact } from './durable.ts';
import { dequeue, holdLines } from './enqueue.ts';
import { appendEvent } from './events.ts';
import { eraseImagesAfter, forgetReadings, forgetSecond } from './forget.ts';
import type { Database, Dialect, ErasureTable } from './schema.ts';

type Reason = ErasureTable['reason'];

/** What went with an application. */
export interface Erased {
  /** Id of the proof that stays. */
  readonly proof: string;
  /** Images that are due to be erased. */
  readonly images: readonly string[];
  readonly sessions: number;
}

export interface ErasureStore {
  /** Erases what a session left unsubmitted, and the session. Its key goes along: sealed copies stay shut. */
  readonly session: (id: string, reason: Reason, now: number) => Promise<void>;
  /**
   * Erases an application with its readings and sessions; its images become due.
   * @param reason `retention` erases only what is due: whoever has sent theirs again meanwhile has more time.
   * @param mark ends its history in the audit, if it has one.
   * @returns null if there is none, or if it is not due.
   */
  readonly application: (id: string, reason: Reason, now: number, mark?: AuditMark) => Promise<Erased | null>;
  /** The same on the customer's own request, unless it is decided. @returns false if it is, or there is none. */
  readonly undecided: (id: string, now: number, mark?: AuditMark) => Promise<boolean>;
  /** Counters of windows that have passed. */
  readonly limitsBefore: (time: number) => Promise<void>;
}

/** An application with its reading and its session; the image becomes due. */
async function eraseApplication(
  tx: Transaction<Database>,
  id: string,
  reason: Reason,
  at: number,
  mark?: AuditMark,
): Promise<Erased | null> {
  if (reason === 'retention') await tellOfExpiry(tx, id, at);
  const readings = await tx.deleteFrom('readings').where('application_id', '=', id).returning('id').execute();
  const images = readings.map((row) => row.id);
  await eraseImagesAfter(tx, images, at);
  await forgetSecond(tx, images);
  const row = await tx
    .deleteFrom('applications')
    .where('id', '=', id)
    .returning('session_id')
    .executeTakeFirst();
  if (!row) return null;
  await dequeue(tx, id, at);
  if (mark && (await hasHistory(tx, id))) await appendAudit(tx, mark);
  let sessions = 0;
  // The sessions hold the same data key.
  for (const { id: session } of await tx
    .selectFrom('sessions')
    .select('id')
    .where('resubmits', '=', id)
    .execute()) {
    sessions += await eraseSession(tx, session, images, at);
  }
  sessions += await eraseSession(tx, row.session_id, images, at);
  const proof = crypto.randomUUID();
  await tx
    .insertInto('erasures')
    .values({ id: proof, kind: 'application', subject: id, reason, at })
    .execute();
  return { proof, images, sessions };
}

/** Adds the images to `images`. @returns how many sessions there were. */
async function eraseSession(
  tx: Transaction<Database>,
  id: string,
  images: string[],
  at: number,
): Promise<number> {
  images.push(...(await forgetReadings(tx, id, at)));
  return Number((await tx.deleteFrom('sessions').where('id', '=', id).executeTakeFirst()).numDeletedRows);
}

/** Whether the audit knows of an application: of a partner's tests it does not. */
async function hasHistory(tx: Transaction<Database>, id: string): Promise<boolean> {
  const head = tx.selectFrom('audit_heads').select('chain').where('chain', '=', id);
  return (await head.executeTakeFirst()) !== undefined;
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

async function isDue(tx: Transaction<Database>, id: string, now: number): Promise<boolean> {
  const row = await tx
    .selectFrom('due')
    .select('subject')
    .where('kind', '=', 'application')
    .where('subject', '=', id)
    .where('due_at', '<=', now)
    .executeTakeFirst();
  return row !== undefined;
}

export function sqlErasure(db: Kysely<Database>, dialect: Dialect): ErasureStore {
  return {
    session: (id, reason, at) =>
      transact(db, async (tx) => {
        await forgetReadings(tx, id, at);
        const gone = await tx.deleteFrom('sessions').where('id', '=', id).executeTakeFirst();
        if (gone.numDeletedRows > 0n)
          await tx
            .insertInto('erasures')
            .values({ id: crypto.randomUUID(), kind: 'session', subject: id, reason, at })
            .execute();
      }),
    application: (id, reason, at, mark) =>
      durably(db, dialect, async (tx) => {
        await holdLines(tx, dialect, id);
        if (reason === 'retention' && !(await isDue(tx, id, at))) return null;
        return eraseApplication(tx, id, reason, at, mark);
      }),
    undecided: (id, at, mark) =>
      durably(db, dialect, async (tx) => {
        // Held, so that no decision comes between.
        await holdLines(tx, dialect, id);
        const open = tx
          .selectFrom('applications')
          .select('id')
          .where('id', '=', id)
          .where('status', 'not in', ['approved', 'declined']);
        const held = await (dialect === 'postgres' ? open.forUpdate() : open).executeTakeFirst();
        return held !== undefined && (await eraseApplication(tx, id, 'request', at, mark)) !== null;
      }),
    limitsBefore: async (time) => {
      await db.deleteFrom('limits').where('starts_at', '<', time).execute();
    },
  };
}
