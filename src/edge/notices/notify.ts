import { Webhook } from 'standardwebhooks';
import type { EdgeDeps, EventListener } from '../deps.ts';
import { isOldNews } from './give-up.ts';

/** Where the operator's own system hears of applications, e.g. to send SMS. */
export interface NotifySettings {
  readonly url: string;
  /** Base64, with or without `whsec_`: what the signature is made with (Standard Webhooks). */
  readonly secret: string;
}

/** Longest wait for an answer, ms. */
const TIMEOUT_MS = 10_000;

type NotifyDeps = Pick<EdgeDeps, 'store' | 'clock' | 'log'>;

/**
 * POSTs `{type, applicationId, reference, at}` of every event of an application but its expiry, signed as Standard
 * Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). No personal data. Anything but 2xx comes again
 * later, under the same `webhook-id`.
 */
export function notifyListener({ store, clock, log }: NotifyDeps, settings: NotifySettings): EventListener {
  const signer = new Webhook(settings.secret);
  return {
    name: 'notify',
    tell: async ({ id, type, application_id, at }) => {
      const row = application_id && (await store.applications.find(application_id));
      if (!row) return;
      if (isOldNews(at, clock.now())) return log.error({ event: id }, 'notice given up');
      const body = JSON.stringify({
        type,
        applicationId: row.id,
        reference: row.reference,
        at: new Date(at).toISOString(),
      });
      const now = new Date(clock.now());
      const response = await fetch(settings.url, {
        method: 'POST',
        body,
        // A hook that has moved is to be set anew: the signature is for this place alone.
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': signer.sign(id, now, body),
        },
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the notify hook answered ${response.status}`);
    },
  };
}
