import * as z from 'zod/mini';

/** What a specimen makes the reading come to. */
export const SPECIMEN_OUTCOMES = [
  'ok',
  'not_card',
  'unreadable',
  'invalid_request',
  'invalid_format',
  'invalid_size',
  'inner_error',
  'low_confidence',
  'expired',
  'mismatch',
  'slow',
  'outage',
] as const;
export type SpecimenOutcome = (typeof SPECIMEN_OUTCOMES)[number];

/** `GET /api/sandbox/specimens`: cards to download. Drawn, fictional, and marked as such. */
export const specimens = z.object({
  specimens: z.array(
    z.object({
      name: z.string(),
      country: z.string(),
      outcome: z.enum(SPECIMEN_OUTCOMES),
      /** Path of the JPEG. */
      path: z.string(),
      sha256: z.string(),
    }),
  ),
});
export type Specimens = z.infer<typeof specimens>;

/** One line of the sandbox's log: names and outcomes, no bodies. */
const sandboxEvent = z.discriminatedUnion('kind', [
  z.object({
    id: z.string(),
    at: z.string(),
    session: z.nullable(z.string()),
    kind: z.literal('request'),
    method: z.string(),
    /** The route's pattern, e.g. `/api/readings/:country`. */
    route: z.string(),
    status: z.number(),
    ms: z.number(),
    /** The problem's code or the reading's outcome, where there is one. */
    outcome: z.nullable(z.string()),
  }),
  z.object({
    id: z.string(),
    at: z.string(),
    session: z.nullable(z.string()),
    kind: z.literal('message'),
    direction: z.enum(['to_page', 'to_frame']),
    type: z.string(),
  }),
  z.object({
    id: z.string(),
    at: z.string(),
    session: z.nullable(z.string()),
    kind: z.literal('webhook'),
    type: z.string(),
    endpoint: z.string(),
    attempt: z.number(),
    /** HTTP status of the receiver; null where none came. */
    status: z.nullable(z.number()),
    /** Why there was no answer, or no good one. */
    error: z.nullable(z.string()),
    ms: z.number(),
  }),
]);
export type SandboxEvent = z.infer<typeof sandboxEvent>;

/**
 * `GET /api/sandbox/events?after={next}`, with a test key as bearer: what has happened since, oldest first, at most
 * 100. Kept for an hour.
 */
export const sandboxEvents = z.object({ events: z.array(sandboxEvent), next: z.string() });
export type SandboxEvents = z.infer<typeof sandboxEvents>;

/** `POST /api/sandbox/messages`, with the token of a test session: what passed between page and frame. */
export const sandboxMessages = z.object({
  messages: z
    .array(
      z.object({
        direction: z.enum(['to_page', 'to_frame']),
        type: z.string().check(z.regex(/^[a-z_]{1,40}$/)),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
});
export type SandboxMessages = z.infer<typeof sandboxMessages>;
