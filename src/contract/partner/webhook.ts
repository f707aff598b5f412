import * as z from 'zod/mini';
import { APPLICATION_STATUSES, countryCode } from '../api.ts';
import { EVENT_TYPES } from '../events.ts';
import { mode } from './client.ts';

/**
 * The body of a webhook, signed by Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`).
 * At least once and in any order: `webhook-id` is the same for each try of one event at one endpoint. It names
 * things and says nothing of a person; who wants more asks the API.
 */
export const webhookPayload = z.object({
  type: z.enum(EVENT_TYPES),
  /** When it happened, ISO 8601. */
  timestamp: z.string(),
  mode,
  data: z.object({
    sessionId: z.string(),
    /** The partner's own, as it was given for the session. */
    reference: z.nullable(z.string()),
    application: z.nullable(
      z.object({
        id: z.string(),
        reference: z.string(),
        country: countryCode,
        status: z.enum(APPLICATION_STATUSES),
      }),
    ),
  }),
});
export type WebhookPayload = z.infer<typeof webhookPayload>;
