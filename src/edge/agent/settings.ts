/** What of the settings the console needs. */
export interface AgentSettings {
  /** The first account, made at the start if there is none. */
  readonly admin: { readonly email: string; readonly password: string } | null;
  readonly oidc: OidcSettings | null;
  /** From submission to decision, ms. */
  readonly slaMs: number;
  /** What a charged call costs, and in which currency (ISO 4217); null if nobody has said. */
  readonly price: { readonly amount: number; readonly currency: string } | null;
}

interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** The role of those who come without an invitation; null: they may not. */
  readonly role: 'agent' | 'supervisor' | 'admin' | null;
}

const HOUR_MS = 3600 * 1000;

export const AGENT_DEFAULTS: AgentSettings = { admin: null, oidc: null, slaMs: 4 * HOUR_MS, price: null };
