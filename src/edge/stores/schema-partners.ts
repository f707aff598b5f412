import type { Generated } from 'kysely';
import type { Mode } from '#src/contract/partner/index.ts';

/** Whose a session or an application is; all null: this site's own. */
export interface OfPartner {
  partner_id: Generated<string | null>;
  mode: Generated<Mode | null>;
  /** The partner's own name for the person. */
  partner_reference: Generated<string | null>;
}

/** Tables of partners: who embeds us, what they may, and what we tell them. */
export interface PartnerTables {
  partners: PartnerTable;
  partner_clients: PartnerClientTable;
  partner_keys: PartnerKeyTable;
  partner_assets: PartnerAssetTable;
  idempotency: IdempotencyTable;
  webhook_endpoints: WebhookEndpointTable;
  webhook_deliveries: WebhookDeliveryTable;
  webhook_attempts: WebhookAttemptTable;
  handoffs: HandoffTable;
  sandbox_events: SandboxEventTable;
}

export interface PartnerTable {
  id: string;
  name: string;
  created_at: number;
  disabled_at: number | null;
}

/** A public client id: origins and looks of one site of a partner, in one mode. */
export interface PartnerClientTable {
  id: string;
  partner_id: string;
  mode: Mode;
  /** `ClientSettings` as JSON. */
  settings: string;
  created_at: number;
}

/** A secret key; of the key itself only a hash is kept. */
export interface PartnerKeyTable {
  id: string;
  partner_id: string;
  mode: Mode;
  /** SHA-256 of a key with 256 random bits: nothing to guess, nothing to salt. */
  hash: string;
  /** Its last four characters, to be told from others. */
  hint: string;
  label: string;
  created_at: number;
  revoked_at: number | null;
}

/** A logo or a font, as it is served. */
export interface PartnerAssetTable {
  id: string;
  partner_id: string;
  type: string;
  bytes: Uint8Array;
  created_at: number;
}

/** What a request with an Idempotency-Key came to. */
export interface IdempotencyTable {
  partner_id: string;
  key: string;
  /** SHA-256 of method, path and body. */
  fingerprint: string;
  /** Null while the first request is at it. */
  status: number | null;
  data_key: Uint8Array;
  /** The reply's body, sealed: it may hold a token, and the contact of whose session it is. */
  sealed: Uint8Array | null;
  /** The session that the reply is of: it goes with it. */
  session_id: Generated<string | null>;
  at: number;
}

export interface WebhookEndpointTable {
  id: string;
  partner_id: string;
  mode: Mode;
  url: string;
  data_key: Uint8Array;
  /** Sealed `EndpointSecrets`. */
  secrets: Uint8Array;
  created_at: number;
  /** Since when every try has failed; null while it works. */
  failing_since: number | null;
  disabled_at: number | null;
  /** Why it is disabled. */
  disabled_because: 'failing' | 'request' | null;
}

type DeliveryState = 'pending' | 'delivered' | 'failed';

/** One event for one endpoint. */
export interface WebhookDeliveryTable {
  id: string;
  endpoint_id: string;
  event_id: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  created_at: number;
  /** When the present round of tries began; a resend begins another. */
  round_at: number;
  /** The signed text. No personal data. */
  body: string;
}

/** The delivery log. */
export interface WebhookAttemptTable {
  id: string;
  delivery_id: string;
  at: number;
  /** HTTP status; null where no answer came. */
  status: number | null;
  /** A code of ours, or of the network. */
  error: string | null;
  ms: number;
}

/** A link from a desktop to a phone. */
export interface HandoffTable {
  id: string;
  session_id: string;
  secret_hash: string;
  /** Keyed hash of the four digits. */
  code_hash: string;
  wrong_codes: Generated<number>;
  state: 'waiting' | 'opened' | 'joined' | 'ended';
  holder: 'desktop' | 'phone';
  created_at: number;
  expires_at: number;
}

/** One line of the sandbox's log. */
export interface SandboxEventTable {
  /** Sorts by time: milliseconds in 11 base-36 digits, a count in 4, and random ones. */
  id: string;
  partner_id: string;
  at: number;
  /** `SandboxEvent` without id and time, as JSON. */
  body: string;
}
