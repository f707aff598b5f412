import * as z from 'zod/mini';
import { agentName } from './queue.ts';

/** `photo`: another photo; `correction`: the form is opened again, the photo stays. */
const ASKS = ['photo', 'correction'] as const;
const ask = z.enum(ASKS);
export type Ask = z.infer<typeof ask>;

export const DECISIONS = ['approve', 'decline', ...ASKS] as const;
const decisionKind = z.enum(DECISIONS);
export type DecisionKind = z.infer<typeof decisionKind>;

/** Reason codes by kind. Those of `photo` and `correction` are shown to the customer, in their language. */
export const REASONS = {
  approve: [],
  decline: ['not_genuine', 'expired', 'mismatch', 'duplicate', 'too_young', 'not_accepted', 'other'],
  photo: ['blurred', 'glare', 'cut_off', 'too_dark', 'covered', 'not_the_card', 'other'],
  correction: ['number', 'name', 'dates', 'address', 'contact', 'other'],
} as const satisfies Record<DecisionKind, readonly string[]>;

/** The customer reads `comment`; `note` stays inside. Both are sealed with the application and erased with it. */
const words = z.string().check(z.trim(), z.maxLength(1000));

/** How long a decision can be taken back, ms; mail and webhooks fall due only after it. */
export const UNDO_MS = 10_000;

/**
 * `POST /api/agent/applications/{id}/decisions` (agent who holds the claim): 201 `decision`. All kinds but
 * `approve` need at least one reason, each of its kind. `not_claimed`: the claim ran out or is somebody else's;
 * `already_decided`; `stale`: the customer has sent something new since `attempt`.
 */
export const decisionRequest = z.object({
  kind: decisionKind,
  reasons: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10)),
  comment: z.nullable(words),
  note: z.nullable(words),
  /** The attempt that the agent has seen. */
  attempt: z.int().check(z.gte(1), z.lte(10_000)),
});
export type DecisionRequest = z.infer<typeof decisionRequest>;

export const decision = z.object({
  id: z.string(),
  kind: decisionKind,
  reasons: z.array(z.string()),
  comment: z.nullable(z.string()),
  note: z.nullable(z.string()),
  by: agentName,
  at: z.string(),
  /** The attempt that was decided. */
  attempt: z.number(),
  /** Until when the agent can take it back. */
  undoUntil: z.string(),
});
export type Decision = z.infer<typeof decision>;

/**
 * `DELETE /api/agent/applications/{id}/decisions/{decisionId}` (the agent who decided): 200 `review`, claimed again.
 * `too_late` after `undoUntil`.
 */
