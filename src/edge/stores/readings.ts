import type { Kysely, Selectable, Transaction } from 'kysely';
import { compiled } from './compiled.ts';
import { appendEvent } from './events.ts';
import { forgetReadings } from './forget.ts';
import { countStep } from './funnel.ts';
import { type CallEnd, endCall } from './meter.ts';
import type { Database, ReadingTable } from './schema.ts';

export type ReadingRow = Selectable<ReadingTable>;

interface ReadingClaim {
  readonly id: string;
  readonly sessionId: string;
  readonly country: string;
  readonly imageHash: string;
  readonly now: number;
  /** Until when no other request may take it over, ms. */
  readonly leaseUntil: number;
  /**
   * How many calls of the session may turn out charged FAILs: this one is counted among them, and taken back by
   * `finish` or `fail` if it was none. Missing: nothing is counted.
   */
  readonly maxFails?: number | undefined;
  /** Whether it is the first photo of its session as far as that is known; the funnel is told. */
  readonly first?: boolean | undefined;
}

/** What ends together with a reading. */
interface ReadingEnd {
  /** The last call that was made for it; null if there was none, or if nothing is known of it. */
  readonly call: CallEnd | null;
  /** A FAIL was reserved, and it was none. */
  readonly releaseFail: boolean;
  /** When it ended without a card that could be read; the session's partner is told. */
  readonly failedAt?: number | undefined;
}

export interface ReadingStore {
  /**
   * Claims the reading of an image. `mine` true: the caller reads it, and ends with `finish` or `fail`.
   * Otherwise the row says what another request made of it, or that one is at it (`pending`).
   * @throws NoFailLeft: nothing was claimed.
   */
  readonly claim: (claim: ReadingClaim) => Promise<{ mine: boolean; row: ReadingRow }>;
  /**
   * @param done.firstRead when it is the first card that its session had read as far as that is known, ms.
   * @returns false if the reading was forgotten meanwhile: then nothing is stored of it.
   */
  readonly finish: (
    id: string,
    done: ReadingEnd & { sealed: Uint8Array; imageType: string | null; firstRead?: number | undefined },
  ) => Promise<boolean>;
  /** No outcome; `unknownCalls` are added to those already counted. */
  readonly fail: (id: string, done: ReadingEnd & { unknownCalls: number }) => Promise<boolean>;
  readonly find: (sessionId: string, id: string) => Promise<ReadingRow | null>;
  /**
   * Forgets the draft and all readings of a session that no application holds; their images become due for
   * erasure. @returns ids of those images.
   */
  readonly forget: (sessionId: string, now: number) => Promise<readonly string[]>;
}

const insert = compiled((db, of: Omit<ReadingClaim, 'maxFails' | 'first'>) =>
  db
    .insertInto('readings')
    .values({
      id: of.id,
      session_id: of.sessionId,
      country: of.country,
      image_hash: of.imageHash,
      state: 'pending',
      lease_until: of.leaseUntil,
      sealed: null,
      image_type: null,
      created_at: of.now,
      application_id: null,
    })
    .onConflict((oc) => oc.columns(['session_id', 'country', 'image_hash']).doNothing())
    .returningAll(),
);

const addFail = compiled((db, { sessionId, maxFails }: { sessionId: string; maxFails: number }) =>
  db
    .updateTable('sessions')
    .set((eb) => ({ charged_fails: eb('charged_fails', '+', 1) }))
    .where('id', '=', sessionId)
    .where('charged_fails', '<', maxFails),
);

const takeFailBack = compiled((db, { sessionId }: { sessionId: string }) =>
  db
    .updateTable('sessions')
    .set((eb) => ({ charged_fails: eb('charged_fails', '-', 1) }))
    .where('id', '=', sessionId),
);

const setDone = compiled((db, of: { id: string; sealed: Uint8Array; imageType: string | null }) =>
  db
    .updateTable('readings')
    .set({ state: 'done', sealed: of.sealed, image_type: of.imageType })
    .where('id', '=', of.id)
    .returning(['session_id', 'country']),
);

/** The session has no call left that may end in a charged FAIL; takes the transaction of a claim back. */
export class NoFailLeft extends Error {}

type Settled = Pick<ReadingRow, 'session_id' | 'country'> | undefined;

/** Ends a claim by `update`, with its last call, and takes its reserved FAIL back where it was none. */
const settle = (
  db: Kysely<Database>,
  update: (tx: Transaction<Database>) => Promise<Settled>,
  { call, releaseFail, failedAt, firstRead }: ReadingEnd & { firstRead?: number | undefined },
): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const row = await update(tx);
    if (call) await endCall(tx, call);
    if (!row) return false;
    const sessionId = row.session_id;
    if (failedAt !== undefined)
      await appendEvent(tx, {
        type: 'reading.failed',
        application_id: null,
        session_id: sessionId,
        at: failedAt,
        tellAt: failedAt,
      });
    if (releaseFail) await takeFailBack(tx, { sessionId });
    if (firstRead !== undefined) await countStep(tx, sessionId, 'read', row.country, firstRead);
    return true;
  });

/** Claims what is nobody's: a photo that is new, one without an outcome, one whose process has died. */
async function claimRow(tx: Transaction<Database>, claim: ReadingClaim): Promise<ReadingRow | undefined> {
  const made = await insert(tx, claim);
  if (made.rows[0]) return made.rows[0];
  const { sessionId, country, imageHash, now, leaseUntil } = claim;
  // A lease that ran out belonged to a process that died in the middle of a call: that call may be charged.
  return tx
    .updateTable('readings')
    .set((eb) => ({
      state: 'pending',
      lease_until: leaseUntil,
      unknown_calls: eb
        .case()
        .when('state', '=', 'pending')
        .then(eb('unknown_calls', '+', 1))
        .else(eb.ref('unknown_calls'))
        .end(),
    }))
    .where('session_id', '=', sessionId)
    .where('country', '=', country)
    .where('image_hash', '=', imageHash)
    .where((eb) =>
      eb.or([eb('state', '=', 'failed'), eb.and([eb('state', '=', 'pending'), eb('lease_until', '<', now)])]),
    )
    .returningAll()
    .executeTakeFirst();
}

export function sqlReadings(db: Kysely<Database>): ReadingStore {
  return {
    claim: (claim) =>
      db.transaction().execute(async (tx) => {
        const { sessionId, country, imageHash, now, maxFails, first } = claim;
        const row = await claimRow(tx, claim);
        if (!row) {
          const theirs = tx
            .selectFrom('readings')
            .selectAll()
            .where('session_id', '=', sessionId)
            .where('country', '=', country)
            .where('image_hash', '=', imageHash);
          return { mine: false, row: await theirs.executeTakeFirstOrThrow() };
        }
        if (maxFails !== undefined) {
          const { numAffectedRows } = await addFail(tx, { sessionId, maxFails });
          if (numAffectedRows !== 1n) throw new NoFailLeft();
        }
        if (first) await countStep(tx, sessionId, 'photo', country, now);
        return { mine: true, row };
      }),
    finish: (id, { sealed, imageType, ...end }) =>
      settle(db, async (tx) => (await setDone(tx, { id, sealed, imageType })).rows[0], end),
    fail: (id, { unknownCalls, ...end }) =>
      settle(
        db,
        (tx) =>
          tx
            .updateTable('readings')
            .set((eb) => ({ state: 'failed', unknown_calls: eb('unknown_calls', '+', unknownCalls) }))
            .where('id', '=', id)
            .returning(['session_id', 'country'])
            .executeTakeFirst(),
        end,
      ),
    find: async (sessionId, id) =>
      (await db
        .selectFrom('readings')
        .selectAll()
        .where('id', '=', id)
        .where('session_id', '=', sessionId)
        .executeTakeFirst()) ?? null,
    forget: (sessionId, now) => db.transaction().execute((tx) => forgetReadings(tx, sessionId, now)),
  };
}
