import type { WebhookPayload } from '#src/contract/partner/index.ts';
import type { EdgeDeps, EventListener } from '../deps.ts';
import type { EventAbout, EventRow } from '../stores/events.ts';

function payloadOf({ type, at, session_id }: EventRow, about: EventAbout): WebhookPayload {
  const { application } = about;
  return {
    type,
    timestamp: new Date(at).toISOString(),
    mode: about.mode,
    data: {
      sessionId: session_id,
      reference: about.reference,
      application:
        application && type === 'application.expired' ? { ...application, status: 'expired' } : application,
    },
  };
}

/** Listens to events: one delivery for each endpoint of the partner whose session it was. */
export const webhookListener = ({ store, clock }: Pick<EdgeDeps, 'store' | 'clock'>): EventListener => ({
  name: 'webhooks',
  tell: async (event) => {
    if (event.about === null) return;
    const about = JSON.parse(event.about) as EventAbout;
    if (!(await store.partners.inForce(about.partner))) return;
    const endpoints = await store.webhooks.endpoints(about.partner, about.mode);
    const now = clock.now();
    const body = JSON.stringify(payloadOf(event, about));
    await store.webhooks.queue(
      endpoints
        .filter(({ disabled_at }) => disabled_at === null)
        .map(({ id }) => ({
          id: crypto.randomUUID(),
          endpoint_id: id,
          event_id: event.id,
          type: event.type,
          created_at: now,
          round_at: now,
          body,
        })),
      now,
    );
  },
});
