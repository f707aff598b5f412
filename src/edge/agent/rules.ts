import type { Role } from '#src/contract/agent/index.ts';

/** Who may: `anyone`, or every account whose role is at least that. */
export type Rule = 'anyone' | Role;

/**
 * Every route of the console, and who may use it. A route that is not in here cannot be made, and the suite asks
 * each of them in every role.
 */
export const RULES = {
  'GET /api/agent/entrance': 'anyone',
  'POST /api/agent/setup': 'anyone',
  'POST /api/agent/sign-in': 'anyone',
  'POST /api/agent/sign-in/totp': 'anyone',
  'POST /api/agent/sign-in/passkey/options': 'anyone',
  'POST /api/agent/sign-in/passkey': 'anyone',
  'POST /api/agent/sign-in/oidc': 'anyone',
  'POST /api/agent/sign-out': 'agent',
  'GET /api/agent/me': 'agent',
  'PUT /api/agent/me/password': 'agent',
  'POST /api/agent/me/totp': 'agent',
  'POST /api/agent/me/totp/confirm': 'agent',
  'POST /api/agent/me/totp/remove': 'agent',
  'GET /api/agent/me/passkeys': 'agent',
  'POST /api/agent/me/passkeys/options': 'agent',
  'POST /api/agent/me/passkeys': 'agent',
  'DELETE /api/agent/me/passkeys/:id': 'agent',
  'GET /api/agent/me/sessions': 'agent',
  'DELETE /api/agent/me/sessions': 'agent',
  'DELETE /api/agent/me/sessions/:id': 'agent',
  'GET /api/agent/accounts': 'supervisor',
  'PATCH /api/agent/accounts/:id': 'admin',
  'POST /api/agent/accounts/:id/unlock': 'admin',
  'GET /api/agent/accounts/:id/sessions': 'admin',
  'DELETE /api/agent/accounts/:id/sessions': 'admin',
  'GET /api/agent/invitations': 'admin',
  'POST /api/agent/invitations': 'admin',
  'DELETE /api/agent/invitations/:id': 'admin',
  'POST /api/agent/invitations/look': 'anyone',
  'POST /api/agent/invitations/accept': 'anyone',
  'GET /api/agent/applications': 'agent',
  'POST /api/agent/applications/search': 'agent',
  'GET /api/agent/applications/export': 'supervisor',
  'GET /api/agent/queue/changes': 'agent',
  'POST /api/agent/queue/next': 'agent',
  'POST /api/agent/applications/:id/claim': 'agent',
  'DELETE /api/agent/applications/:id/claim': 'agent',
  'GET /api/agent/views': 'agent',
  'POST /api/agent/views': 'agent',
  'DELETE /api/agent/views/:id': 'agent',
  'GET /api/agent/applications/:id': 'agent',
  'GET /api/agent/applications/:id/image': 'agent',
  'PUT /api/agent/applications/:id/corrections': 'agent',
  'POST /api/agent/applications/:id/decisions': 'agent',
  'DELETE /api/agent/applications/:id/decisions/:decision': 'agent',
  'GET /api/agent/applications/:id/audit': 'agent',
  'GET /api/agent/audit': 'admin',
  'GET /api/agent/figures': 'supervisor',
  'GET /api/agent/figures/export': 'supervisor',
  'POST /api/agent/verifications/:country': 'agent',
  'POST /api/agent/verifications/:country/keep': 'agent',
} as const satisfies Record<string, Rule>;

export type RouteKey = keyof typeof RULES;
