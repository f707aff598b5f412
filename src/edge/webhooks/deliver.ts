import { openJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import { logSandbox } from '../sandbox/log.ts';
import type { WebhookDeliveryRow, WebhookEndpointRow } from '../stores/webhooks.ts';
import { refusedTarget } from './address.ts';
import { endpointSecrets, secretsContext, signWebhook } from './sign.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** A receiver answers first and works afterwards. */
const TIMEOUT_MS = 5 * SECOND;
/** Waits after the first tries; then the last one again and again, until a day has passed. */
const WAITS_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR];
/** The last try comes after this long, so that a receiver that is down for a day misses nothing. */
const RETRY_FOR_MS = 24 * HOUR;
/** Share by which a wait is longer or shorter: receivers that come back are not met by all at once. */
const JITTER = 0.2;
/** An endpoint at which nothing has worked for so long is disabled. */
const DISABLE_AFTER_MS = 5 * 24 * HOUR;

export type DeliverDeps = Pick<EdgeDeps, 'store' | 'keys' | 'clock' | 'log' | 'settings' | 'webhookFetch'>;

/** How webhooks leave, where the runtime has no better way; Workers refuse private addresses by themselves. */
const plainFetch: NonNullable<EdgeDeps['webhookFetch']> = async (url, init) => {
  const response = await fetch(url, { method: 'POST', redirect: 'manual', ...init });
  await response.body?.cancel();
  return { status: response.status };
};

interface Tried {
  readonly status: number | null;
  readonly error: string | null;
  readonly ms: number;
}

/** A code that says what happened and nothing of what was sent: `timeout`, `ECONNREFUSED`, `private_address`. */
function codeOf(error: unknown): string {
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return 'timeout';
  for (
    let at = error as { code?: unknown; cause?: unknown } | undefined, depth = 0;
    at && depth < 4;
    depth++
  ) {
    if (typeof at.code === 'string' && /^\w{1,60}$/.test(at.code)) return at.code;
    at = at.cause as typeof at;
  }
  return 'network';
}

async function send(
  { keys, clock, settings, webhookFetch = plainFetch }: DeliverDeps,
  endpoint: WebhookEndpointRow,
  { id, body }: WebhookDeliveryRow,
): Promise<Tried> {
  const refused = refusedTarget(endpoint.url, settings.webhookAllowPrivate ?? false);
  if (refused) return { status: null, error: refused, ms: 0 };
  const key = await keys.openDataKey(endpoint.data_key);
  const secrets = endpointSecrets.parse(await openJson(key, secretsContext(endpoint.id), endpoint.secrets));
  const headers = await signWebhook(id, body, secrets, clock.now());
  const start = performance.now();
  const took = () => Math.round(performance.now() - start);
  try {
    const { status } = await webhookFetch(endpoint.url, {
      headers,
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status, error: status >= 200 && status < 300 ? null : 'not_2xx', ms: took() };
  } catch (error) {
    return { status: null, error: codeOf(error), ms: took() };
  }
}

/** When to try again after `attempts` tries, whole ms; null when it is over. `random` is within 0 to 1. */
export function nextTry(
  attempts: number,
  roundAt: number,
  now: number,
  random = Math.random(),
): number | null {
  if (now - roundAt >= RETRY_FOR_MS) return null;
  const wait = WAITS_MS[Math.min(attempts, WAITS_MS.length) - 1] ?? 0;
  return Math.round(now + wait * (1 - JITTER + 2 * JITTER * random));
}

/**
 * Tries one delivery, once. At least once: what is not known to have arrived is sent again, under the same id.
 * @returns when it is to be tried again, ms; null if it is through, or given up.
 */
export async function deliverWebhook(deps: DeliverDeps, id: string): Promise<number | null> {
  const { store, clock, log } = deps;
  const delivery = await store.webhooks.delivery(id);
  const endpoint = delivery && (await store.webhooks.endpoint(delivery.endpoint_id));
  if (!delivery || !endpoint || delivery.state === 'delivered') return null;
  const off =
    endpoint.disabled_at !== null
      ? 'endpoint_disabled'
      : (await store.partners.inForce(endpoint.partner_id))
        ? null
        : 'partner_disabled';
  const tried: Tried =
    off === null ? await send(deps, endpoint, delivery) : { status: null, error: off, ms: 0 };
  const now = clock.now();
  const again =
    tried.error === null || off !== null ? null : nextTry(delivery.attempts + 1, delivery.round_at, now);
  const disabled = await store.webhooks.attempted(delivery, {
    attempt: { id: crypto.randomUUID(), at: now, ...tried },
    state: tried.error === null ? 'delivered' : again === null ? 'failed' : 'pending',
    disableAfter: DISABLE_AFTER_MS,
  });
  if (disabled)
    log.error(
      { partner: endpoint.partner_id, endpoint: endpoint.id },
      'webhook endpoint disabled after 5 days',
    );
  if (endpoint.mode === 'test')
    await logSandbox(deps, endpoint.partner_id, {
      kind: 'webhook',
      session: null,
      type: delivery.type,
      endpoint: endpoint.id,
      attempt: delivery.attempts + 1,
      ...tried,
    });
  return again;
}
