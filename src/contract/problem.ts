import * as z from 'zod/mini';

/** Stable codes of RFC 9457 problem details. A client shows its own words for each; `detail` is for developers. */
const PROBLEM_CODES = [
  'invalid_request',
  'unauthorized',
  'forbidden',
  'wrong_origin',
  'code_wrong',
  'link_spent',
  'not_found',
  'conflict',
  'held_elsewhere',
  'too_large',
  'image_invalid_format',
  'image_invalid_size',
  'country_not_offered',
  'consent_required',
  'checks_failed',
  'rate_limited',
  'reading_limit',
  'proof_required',
  'upstream_unavailable',
  'not_ready',
  'internal',
  // The console's.
  'credentials_wrong',
  'passkey_refused',
  'account_locked',
  'setup_done',
  'email_taken',
  'last_admin',
  'claimed',
  'not_claimed',
  'already_decided',
  'stale',
  'too_late',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One field that stops a submission: the form field's name and the code of the failed check. */
const fieldProblem = z.object({ field: z.string(), code: z.string() });

/** What a client has to understand of it, whatever codes a newer server knows. */
export const problemSeen = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  fields: z.optional(z.array(fieldProblem)),
});

export const problem = z.extend(problemSeen, {
  code: z.enum(PROBLEM_CODES),
  detail: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;
