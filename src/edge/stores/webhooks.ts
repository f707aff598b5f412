import { type Kysely, type Selectable, sql } from 'kysely';
import type { Mode } from '#src/contract/partner/index.ts';
import type { Database } from './schema.ts';
import type { WebhookAttemptTable, WebhookDeliveryTable, WebhookEndpointTable } from './schema-partners.ts';

export type WebhookEndpointRow = Selectable<WebhookEndpointTable>;
export type WebhookDeliveryRow = Selectable<WebhookDeliveryTable>;
type WebhookAttemptRow = Selectable<WebhookAttemptTable>;

/** How one try went, and what follows from it. */
interface AttemptEnd {
  readonly attempt: Omit<WebhookAttemptRow, 'delivery_id'>;
  readonly state: WebhookDeliveryRow['state'];
  /** After so long of nothing but failures the endpoint is disabled, ms. */
  readonly disableAfter: number;
}

export interface WebhookStore {
  readonly addEndpoint: (
    row: Omit<WebhookEndpointRow, 'failing_since' | 'disabled_at' | 'disabled_because'>,
  ) => Promise<void>;
  readonly endpoints: (partnerId: string, mode?: Mode) => Promise<readonly WebhookEndpointRow[]>;
  readonly endpoint: (id: string) => Promise<WebhookEndpointRow | null>;
  readonly removeEndpoint: (partnerId: string, id: string) => Promise<boolean>;
  readonly setSecrets: (id: string, secrets: Uint8Array) => Promise<void>;
  /** Enables an endpoint again, or disables it on request. */
  readonly enable: (partnerId: string, id: string, disabledAt: number | null) => Promise<boolean>;
  /** One delivery for each endpoint, once, however often it is called; each is due at `now`. */
  readonly queue: (
    rows: readonly Omit<WebhookDeliveryRow, 'state' | 'attempts'>[],
    now: number,
  ) => Promise<void>;
  readonly delivery: (id: string) => Promise<WebhookDeliveryRow | null>;
  /** Logs a try, all or nothing. @returns true if the endpoint has been disabled by it. */
  readonly attempted: (delivery: WebhookDeliveryRow, end: AttemptEnd) => Promise<boolean>;
  /** Makes a delivery due again, from the start of its tries. @returns false if that mode has none. */
  readonly resend: (partnerId: string, mode: Mode, id: string, now: number) => Promise<boolean>;
  /** The delivery log, newest first, from before `before` (a row of the page before). */
  readonly log: (
    partnerId: string,
    mode: Mode,
    limit: number,
    before?: Pick<WebhookDeliveryRow, 'created_at' | 'id'>,
  ) => Promise<readonly (WebhookDeliveryRow & { url: string })[]>;
  readonly attempts: (deliveryIds: readonly string[]) => Promise<readonly WebhookAttemptRow[]>;
}

export function sqlWebhooks(db: Kysely<Database>): WebhookStore {
  const endpoints: WebhookStore['endpoints'] = (partnerId, mode) => {
    const all = db.selectFrom('webhook_endpoints').selectAll().where('partner_id', '=', partnerId);
    return (mode ? all.where('mode', '=', mode) : all).orderBy('created_at').orderBy('id').execute();
  };
  return {
    addEndpoint: async (row) => {
      await db
        .insertInto('webhook_endpoints')
        .values({ ...row, failing_since: null, disabled_at: null, disabled_because: null })
        .execute();
    },
    endpoints,
    endpoint: async (id) =>
      (await db.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    removeEndpoint: async (partnerId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('webhook_endpoints')
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    setSecrets: async (id, secrets) => {
      await db.updateTable('webhook_endpoints').set({ secrets }).where('id', '=', id).execute();
    },
    enable: async (partnerId, id, disabledAt) => {
      const { numUpdatedRows } = await db
        .updateTable('webhook_endpoints')
        .set({
          failing_since: null,
          disabled_at: disabledAt,
          disabled_because: disabledAt === null ? null : 'request',
        })
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    queue: (rows, now) =>
      db.transaction().execute(async (tx) => {
        if (rows.length === 0) return;
        const made = await tx
          .insertInto('webhook_deliveries')
          .values(rows.map((row) => ({ ...row, state: 'pending' as const, attempts: 0 })))
          .onConflict((oc) => oc.columns(['endpoint_id', 'event_id']).doNothing())
          .returning('id')
          .execute();
        if (made.length === 0) return;
        await tx
          .insertInto('due')
          .values(made.map(({ id }) => ({ kind: 'webhook' as const, subject: id, due_at: now })))
          .execute();
      }),
    delivery: async (id) =>
      (await db.selectFrom('webhook_deliveries').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    attempted: ({ id, endpoint_id, round_at }, { attempt, state, disableAfter }) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('webhook_attempts')
          .values({ ...attempt, delivery_id: id })
          .execute();
        await tx
          .updateTable('webhook_deliveries')
          .set((eb) => ({ state, attempts: eb('attempts', '+', 1) }))
          .where('id', '=', id)
          // Sent again on demand meanwhile: this try belongs to the round before, and does not end the new one.
          .where('round_at', '=', round_at)
          .execute();
        if (state === 'delivered') {
          await tx
            .updateTable('webhook_endpoints')
            .set({ failing_since: null })
            .where('id', '=', endpoint_id)
            .where('failing_since', 'is not', null)
            .execute();
          return false;
        }
        await tx
          .updateTable('webhook_endpoints')
          .set({ failing_since: attempt.at })
          .where('id', '=', endpoint_id)
          .where('failing_since', 'is', null)
          .execute();
        const { numUpdatedRows } = await tx
          .updateTable('webhook_endpoints')
          .set({ disabled_at: attempt.at, disabled_because: 'failing' })
          .where('id', '=', endpoint_id)
          .where('disabled_at', 'is', null)
          .where('failing_since', '<=', attempt.at - disableAfter)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    resend: (partnerId, mode, id, now) =>
      db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('webhook_deliveries')
          .set({ state: 'pending', round_at: now, attempts: 0 })
          .where('id', '=', id)
          .where('endpoint_id', 'in', (eb) =>
            eb
              .selectFrom('webhook_endpoints')
              .select('id')
              .where('partner_id', '=', partnerId)
              .where('mode', '=', mode),
          )
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tx
          .insertInto('due')
          .values({ kind: 'webhook', subject: id, due_at: now })
          // One that waits for its next try is tried now; one that is under way, once more.
          .onConflict((oc) =>
            oc.columns(['kind', 'subject']).doUpdateSet({ due_at: now, lease_until: 0, attempts: 0 }),
          )
          .execute();
        return true;
      }),
    log: async (partnerId, mode, limit, before) => {
      const all = db
        .selectFrom('webhook_deliveries')
        .innerJoin('webhook_endpoints', 'webhook_endpoints.id', 'webhook_deliveries.endpoint_id')
        .selectAll('webhook_deliveries')
        .select('webhook_endpoints.url')
        .where('webhook_endpoints.partner_id', '=', partnerId)
        .where('webhook_endpoints.mode', '=', mode);
      const page = before
        ? all.where(
            sql<boolean>`(webhook_deliveries.created_at, webhook_deliveries.id) < (${before.created_at}, ${before.id})`,
          )
        : all;
      return page
        .orderBy('webhook_deliveries.created_at', 'desc')
        .orderBy('webhook_deliveries.id', 'desc')
        .limit(limit)
        .execute();
    },
    attempts: async (ids) =>
      ids.length === 0
        ? []
        : db
            .selectFrom('webhook_attempts')
            .selectAll()
            .where('delivery_id', 'in', [...ids])
            .orderBy('at')
            .execute(),
  };
}
