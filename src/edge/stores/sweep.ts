import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

const HOUR_MS = 3600 * 1000;
/** Replies kept for an Idempotency-Key. */
const IDEMPOTENCY_MS = 24 * HOUR_MS;
const SANDBOX_MS = HOUR_MS;
/** A link that has run out is still followed by its desktop; a day is the longest session. */
const HANDOFF_MS = 24 * HOUR_MS;
const DELIVERY_MS = 30 * 24 * HOUR_MS;
/** Failures are forgotten earlier by whoever counts them; invitations run out after a week. */
const DOOR_MS = 30 * 24 * HOUR_MS;
/** Rows in one statement: a sweep comes every few seconds. */
const BATCH = 1000;

/** Tables of which everything goes by one time, and how long after it. */
const KEPT = [
  ['idempotency', 'at', IDEMPOTENCY_MS],
  ['sandbox_events', 'at', SANDBOX_MS],
  ['handoffs', 'created_at', HANDOFF_MS],
  ['agent_failures', 'last_at', DOOR_MS],
  ['invitations', 'expires_at', DOOR_MS],
] as const;

/**
 * Deletes what is kept for a while only: replies, the sandbox's log, links, invitations, failures, the delivery log;
 * and what no application is left of: events and second readings.
 * @param retentionMs how long applications are kept.
 */
export const sweep = (db: Kysely<Database>, now: number, retentionMs: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    for (const [table, time, ms] of KEPT)
      await tx
        .deleteFrom(table)
        .where(tx.dynamic.ref<string>(time), '<', now - ms)
        .execute();
    const old = now - DELIVERY_MS;
    await tx
      .deleteFrom('webhook_attempts')
      .where((eb) =>
        eb(
          'delivery_id',
          'in',
          eb.selectFrom('webhook_deliveries').select('id').where('created_at', '<', old),
        ),
      )
      .execute();
    await tx.deleteFrom('webhook_deliveries').where('created_at', '<', old).execute();
    // A delivery in the log shows its event.
    const past = now - Math.max(retentionMs, DELIVERY_MS) - HOUR_MS;
    for (const table of ['events', 'shadow_readings'] as const)
      await tx
        .deleteFrom(table)
        .where('id', 'in', (eb) => eb.selectFrom(table).select('id').where('at', '<', past).limit(BATCH))
        .execute();
  });
