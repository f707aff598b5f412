import type { Kysely, Selectable, Transaction } from 'kysely';
import { appendEvent } from './events.ts';
import { forgetReadings } from './forget.ts';
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
   */
  readonly claim: (claim: ReadingClaim) => Promise<{ mine: boolean; row: ReadingRow }>;
  /** @returns false if the reading was forgotten meanwhile: then nothing is stored of it. */
  readonly finish: (
    id: string,
    done: ReadingEnd & { sealed: Uint8Array; imageType: string | null },
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

export function sqlReadings(db: Kysely<Database>): ReadingStore {
  const find = (sessionId: string, country: string, hash: string) =>
    db
      .selectFrom('readings')
      .selectAll()
      .where('session_id', '=', sessionId)
      .where('country', '=', country)
      .where('image_hash', '=', hash);
  /** Ends a claim by `update`, with its last call, and takes its reserved FAIL back where it was none. */
  const settle = (
    update: (tx: Transaction<Database>) => Promise<{ session_id: string } | undefined>,
    { call, releaseFail, failedAt }: ReadingEnd,
  ): Promise<boolean> =>
    db.transaction().execute(async (tx) => {
      const row = await update(tx);
      if (call) await endCall(tx, call);
      if (row && failedAt !== undefined)
        await appendEvent(tx, {
          type: 'reading.failed',
          application_id: null,
          session_id: row.session_id,
          at: failedAt,
          tellAt: failedAt,
        });
      if (row && releaseFail)
        await tx
          .updateTable('sessions')
          .set((eb) => ({ charged_fails: eb('charged_fails', '-', 1) }))
          .where('id', '=', row.session_id)
          .execute();
      return row !== undefined;
    });
  return {
    claim: async ({ id, sessionId, country, imageHash, now, leaseUntil }) => {
      const made = await db
        .insertInto('readings')
        .values({
          id,
          session_id: sessionId,
          country,
          image_hash: imageHash,
          state: 'pending',
          lease_until: leaseUntil,
          sealed: null,
          image_type: null,
          created_at: now,
          application_id: null,
        })
        .onConflict((oc) => oc.columns(['session_id', 'country', 'image_hash']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (made) return { mine: true, row: made };
      // A lease that ran out belonged to a process that died in the middle of a call: that call may be charged.
      const taken = await db
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
          eb.or([
            eb('state', '=', 'failed'),
            eb.and([eb('state', '=', 'pending'), eb('lease_until', '<', now)]),
          ]),
        )
        .returningAll()
        .executeTakeFirst();
      if (taken) return { mine: true, row: taken };
      return { mine: false, row: await find(sessionId, country, imageHash).executeTakeFirstOrThrow() };
    },
    finish: (id, { sealed, imageType, ...end }) =>
      settle(
        (tx) =>
          tx
            .updateTable('readings')
            .set({ state: 'done', sealed, image_type: imageType })
            .where('id', '=', id)
            .returning('session_id')
            .executeTakeFirst(),
        end,
      ),
    fail: (id, { unknownCalls, ...end }) =>
      settle(
        (tx) =>
          tx
            .updateTable('readings')
            .set((eb) => ({ state: 'failed', unknown_calls: eb('unknown_calls', '+', unknownCalls) }))
            .where('id', '=', id)
            .returning('session_id')
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
