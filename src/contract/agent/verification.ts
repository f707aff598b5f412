import * as z from 'zod/mini';
import { consent, countryCode, locale, readingReply } from '../api.ts';
import { finding } from './review.ts';

/**
 * `POST /api/agent/verifications/{country}` (agent), body: the bytes of one image (JPEG, PNG or BMP, 2 MB) → the
 * reading and what the checks say of it. Nothing is stored. `conflict`: this agent's check of the same image is under
 * way.
 */
export const verification = z.object({
  reading: readingReply,
  findings: z.array(finding),
  /** Applications with the same number, image, or name and birth date. */
  duplicates: z.array(z.object({ id: z.string(), reference: z.string() })),
  /** Opaque; lets the same image be kept within half an hour without being read again. */
  ticket: z.nullable(z.string()),
});
export type Verification = z.infer<typeof verification>;

/**
 * `POST /api/agent/verifications/{country}/keep` (agent): files it as a submitted application. 201
 * `verificationKept`. `checks_failed` as at the customer's submission; `link_spent`: the ticket is too old. The
 * same again is answered the same, and files nothing more; other values under a ticket that is filed: `conflict`.
 */
export const verificationKeep = z.object({
  ticket: z.string(),
  /** The same image's bytes, base64. */
  image: z.string(),
  values: z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(500))),
  confirmedWarnings: z.array(z.string()),
  /** As the customer, who is present, has given it. */
  consent,
  locale,
});
export type VerificationKeep = z.infer<typeof verificationKeep>;
export const verificationKept = z.object({ id: z.string(), reference: z.string(), country: countryCode });
