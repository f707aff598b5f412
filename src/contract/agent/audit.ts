import * as z from 'zod/mini';

export const AUDIT_ACTIONS = [
  'application.submitted',
  'application.resubmitted',
  'application.viewed',
  'application.image_viewed',
  'application.claimed',
  'application.taken_over',
  'application.released',
  'application.corrected',
  'application.decided',
  'application.decision_undone',
  'application.erased',
  'application.verified',
  'data.searched',
  'data.exported',
  'account.signed_in',
  'account.sign_in_failed',
  'account.locked',
  'account.unlocked',
  'account.signed_out',
  'account.created',
  'account.changed',
  'account.sessions_ended',
  'account.secured',
  'invitation.made',
  'invitation.withdrawn',
  'partner.changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One link of a chain. It holds codes, names of fields and ids of ours, never what a field says. */
const auditEntry = z.object({
  seq: z.number(),
  at: z.string(),
  action: z.enum(AUDIT_ACTIONS),
  /** Who did it; `name` is null for an account that is gone. A partner does it by one of its keys. */
  actor: z.object({
    kind: z.enum(['customer', 'agent', 'partner', 'system', 'anyone']),
    id: z.nullable(z.string()),
    name: z.nullable(z.string()),
  }),
  /** What of it, e.g. `{ kind: 'decline', reasons: 'expired', attempt: 1 }` or `{ field: 'name' }`. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/**
 * `GET /api/agent/applications/{id}/audit` (agent): the application's history, oldest first, and whether it is whole.
 */
export const auditTrail = z.object({ entries: z.array(auditEntry), intact: z.boolean() });
export type AuditTrail = z.infer<typeof auditTrail>;

/**
 * `GET /api/agent/audit?after=…&action=…` (admin) → `auditPage`, newest first: everything, of applications and
 * accounts.
 */
export const auditPage = z.object({
  entries: z.array(z.extend(auditEntry, { applicationId: z.nullable(z.string()) })),
  next: z.nullable(z.string()),
});
export type AuditPage = z.infer<typeof auditPage>;
