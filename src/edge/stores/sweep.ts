import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

const HOUR_MS = 3600 * 1000;
/** Replies kept for an Idempotency-Key. */
const IDEMPOTENCY_MS = 24 * HOUR_MS;
const SANDBOX_MS = HOUR_MS;
/** A link that has run out is still followed by its desktop; a day is the longest session. */
const HANDOFF_MS = 24 * HOUR_MS;
const DELIVERY_MS = 30 * 24 * HOUR_MS;

/** Deletes what is kept for a while only: replies, the sandbox's log, links, the delivery log. */
export const sweep = (db: Kysely<Database>, now: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('idempotency')
      .where('at', '<', now - IDEMPOTENCY_MS)
      .execute();
    await tx
      .deleteFrom('sandbox_events')
      .where('at', '<', now - SANDBOX_MS)
      .execute();
    await tx
      .deleteFrom('handoffs')
      .where('created_at', '<', now - HANDOFF_MS)
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
  });
