import * as z from 'zod/mini';
import { APPLICATION_STATUSES, consent, countryCode, locale, storedField } from '../api.ts';
import { EVENT_TYPES } from '../events.ts';
import { mode } from './client.ts';

const status = z.enum(APPLICATION_STATUSES);

/** An application as a partner's list shows it: nothing of the person. */
const partnerApplication = z.object({
  id: z.string(),
  /** Ours, for the person. */
  reference: z.string(),
  /** The partner's own. */
  partnerReference: z.nullable(z.string()),
  sessionId: z.string(),
  country: countryCode,
  status,
  mode,
  submittedAt: z.string(),
  decidedAt: z.nullable(z.string()),
});
export type PartnerApplication = z.infer<typeof partnerApplication>;

/** `GET /api/partner/applications?limit&after&status&reference`: newest first; `next` goes into `after`. */
export const partnerApplications = z.object({
  applications: z.array(partnerApplication),
  next: z.nullable(z.string()),
});
export type PartnerApplications = z.infer<typeof partnerApplications>;

/** `GET /api/partner/applications/{id}`: all of it, in the form's names, with where each value came from. */
export const partnerApplicationDetail = z.extend(partnerApplication, {
  fields: z.record(z.string(), storedField),
  confirmedWarnings: z.array(z.string()),
  consent,
  locale,
  /** The agents' words for the person. */
  comment: z.nullable(z.string()),
  /** Path of the card's image; null where it was typed by hand, or the image is erased. */
  image: z.nullable(z.string()),
});
export type PartnerApplicationDetail = z.infer<typeof partnerApplicationDetail>;

/** `GET /api/partner/applications/{id}/audit`: what has happened to it, oldest first. */
export const partnerAudit = z.object({
  entries: z.array(z.object({ type: z.enum(EVENT_TYPES), at: z.string() })),
});
export type PartnerAudit = z.infer<typeof partnerAudit>;

/** An https address; others only where the deployment allows private ones. */
const webhookUrl = z.string().check(z.minLength(1), z.maxLength(1000));

export const webhookEndpointRequest = z.object({ url: webhookUrl });

/** Where webhooks go. */
export const webhookEndpoint = z.object({
  id: z.string(),
  mode,
  url: z.string(),
  createdAt: z.string(),
  /** Since when every try has failed. */
  failingSince: z.nullable(z.string()),
  disabledAt: z.nullable(z.string()),
  disabledBecause: z.nullable(z.enum(['failing', 'request'])),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;

export const webhookEndpoints = z.object({ endpoints: z.array(webhookEndpoint) });

/** A new endpoint, or one whose secret was rotated: the secret is shown this once. */
export const webhookEndpointWithSecret = z.extend(webhookEndpoint, { secret: z.string() });
export type WebhookEndpointWithSecret = z.infer<typeof webhookEndpointWithSecret>;

/** One line of the delivery log. */
const webhookDelivery = z.object({
  /** The `webhook-id` that the receiver sees. */
  id: z.string(),
  endpoint: z.string(),
  url: z.string(),
  type: z.string(),
  state: z.enum(['pending', 'delivered', 'failed']),
  createdAt: z.string(),
  attempts: z.array(
    z.object({
      at: z.string(),
      status: z.nullable(z.number()),
      error: z.nullable(z.string()),
      ms: z.number(),
    }),
  ),
});
export const webhookDeliveries = z.object({
  deliveries: z.array(webhookDelivery),
  next: z.nullable(z.string()),
});
export type WebhookDeliveries = z.infer<typeof webhookDeliveries>;
