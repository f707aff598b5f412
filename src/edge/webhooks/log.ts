import type { Mode, WebhookDeliveries } from '#src/contract/partner/index.ts';
import type { EdgeDeps } from '../deps.ts';
import { iso } from '../iso.ts';
import { readCursor, writeCursor } from '../partner/cursor.ts';

/** One page of a partner's delivery log, newest first. @throws HttpProblem invalid_request: no cursor of this list. */
export async function deliveryLog(
  { store }: Pick<EdgeDeps, 'store'>,
  partnerId: string,
  mode: Mode,
  limit: number,
  after?: string,
): Promise<WebhookDeliveries> {
  const [created_at, id] = after === undefined ? [] : readCursor(after);
  const before = created_at === undefined || id === undefined ? undefined : { created_at, id };
  const rows = await store.webhooks.log(partnerId, mode, limit + 1, before);
  const page = rows.slice(0, limit);
  const attempts = await store.webhooks.attempts(page.map((row) => row.id));
  const last = page.at(-1);
  return {
    deliveries: page.map((row) => ({
      id: row.id,
      endpoint: row.endpoint_id,
      url: row.url,
      type: row.type,
      state: row.state,
      createdAt: iso(row.created_at),
      attempts: attempts
        .filter((each) => each.delivery_id === row.id)
        .map(({ at, status, error, ms }) => ({ at: iso(at), status, error, ms })),
    })),
    next: last && rows.length > limit ? writeCursor(last.created_at, last.id) : null,
  };
}
