import * as z from 'zod/mini';
import { countryCode, resubmissionAsk, sessionReply } from './api.ts';

/**
 * `POST /api/applications/{id}/resubmission`, `Authorization: Bearer` with the token of the session that sent the
 * application, or with the secret of the status page and `CARD_END_HEADER`, only while the status is
 * `resubmission_requested`: 201 with the token of a new session that is bound to this application. Asked again, it
 * goes on with the same session, under a new token. `unauthorized` without a credential; `not_found` for a wrong
 * one; `conflict` if nothing is asked for (any more).
 *
 * `GET /api/draft` with that token gives the earlier values: for `correction` with the earlier reading (and its
 * photo stays); for `photo` with `readingId` null, so that the way leads through the camera.
 *
 * `POST /api/applications` with that token, and a new Idempotency-Key, updates the same application: the receipt has
 * the same id, reference and status page. A photo that was asked for must come; without a new reading it is
 * `checks_failed` on the field `photo`, code `required`.
 */
export const resubmissionReply = z.extend(sessionReply, {
  application: z.object({ id: z.string(), reference: z.string(), country: countryCode }),
  ask: resubmissionAsk,
  /** The agent's own words; null if there are none. */
  comment: z.nullable(z.string()),
});
export type ResubmissionReply = z.infer<typeof resubmissionReply>;
