import * as z from 'zod/mini';
import { accountFields, role } from './account.ts';

export const account = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  /** May not sign in. */
  disabled: z.boolean(),
  /** Until when failures keep it from signing in; null if they do not. */
  lockedUntil: z.nullable(z.string()),
  totp: z.boolean(),
  passkeys: z.number(),
  createdAt: z.string(),
  lastSeenAt: z.nullable(z.string()),
});
export type Account = z.infer<typeof account>;

/** `GET /api/agent/accounts` (supervisor reads, admin changes). */
export const accountList = z.object({ accounts: z.array(account) });

/**
 * `PATCH /api/agent/accounts/{id}` (admin) → `account`. Disabling, and every change of role, ends its sessions.
 * `last_admin`: there must stay one.
 */
export const accountChange = z.object({ role: z.optional(role), disabled: z.optional(z.boolean()) });
export type AccountChange = z.infer<typeof accountChange>;

/**
 * `POST /api/agent/accounts/{id}/unlock` (admin): 204, forgets its failures.
 * `GET /api/agent/accounts/{id}/sessions` (admin) → `sessionList`; `DELETE` of the same (admin): ends all, 204.
 */

const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type Invitation = z.infer<typeof invitation>;

/** `GET /api/agent/invitations` (admin): those still open. `DELETE /api/agent/invitations/{id}` (admin): 204. */
export const invitationList = z.object({ invitations: z.array(invitation) });

/** `POST /api/agent/invitations` (admin): 201 `invitationMade`. `email_taken`. */
export const invitationRequest = z.object({ email: accountFields.email, role });
export type InvitationRequest = z.infer<typeof invitationRequest>;
/** The link is shown this once: `/agent/invitation#secret`. `mailed`: it went out by mail as well. */
export const invitationMade = z.object({ invitation, link: z.string(), mailed: z.boolean() });
export type InvitationMade = z.infer<typeof invitationMade>;

const secret = z.string().check(z.minLength(20), z.maxLength(100));
/** `POST /api/agent/invitations/look` (anyone) → `invitationSeen`. `link_spent`: used, expired or taken back. */
export const invitationLook = z.object({ secret });
export const invitationSeen = z.object({ email: z.string(), role, expiresAt: z.string() });
/** `POST /api/agent/invitations/accept` (anyone): 201 `signedIn`, and signed in. `link_spent`, `email_taken`. */
export const invitationAcceptance = z.object({
  secret,
  name: accountFields.name,
  password: accountFields.password,
});
