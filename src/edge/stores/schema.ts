import type { Generated } from 'kysely';
import type { APPLICATION_STATUSES, EventType, OcrStatus } from '#src/contract/index.ts';
import type * as agents from './schema-agents.ts';
import type * as desk from './schema-console.ts';
import type { OfPartner, PartnerTables } from './schema-partners.ts';

/** What differs between the databases; everything else is the same SQL. */
export type Dialect = 'sqlite' | 'postgres';

/**
 * The tables. Times are milliseconds since 1970 (UTC); `sealed` columns are AES-256-GCM under the data key of
 * the session, which is itself wrapped by SECRET_KEY: deleting the wrapped key erases them for good.
 */
export interface Database extends PartnerTables {
  sessions: SessionTable;
  readings: ReadingTable;
  applications: ApplicationTable;
  drafts: DraftTable;
  ocr_calls: OcrCallTable;
  limits: LimitTable;
  due: DueTable;
  erasures: ErasureTable;
  events: EventTable;
  shadow_readings: ShadowTable;
  agents: agents.AgentTable;
  agent_sessions: agents.AgentSessionTable;
  agent_accounts: agents.AgentAccountTable;
  agent_verifications: agents.AgentVerificationTable;
  agent_two_factors: agents.AgentTwoFactorTable;
  agent_passkeys: agents.AgentPasskeyTable;
  agent_failures: agents.AgentFailureTable;
  invitations: agents.InvitationTable;
  console_facts: agents.ConsoleFactTable;
  secrets: agents.SecretTable;
  queue: desk.QueueTable;
  matches: desk.MatchTable;
  attempts: desk.AttemptTable;
  corrections: desk.CorrectionTable;
  decisions: desk.DecisionTable;
  audit: desk.AuditTable;
  audit_heads: desk.AuditHeadTable;
  funnel: desk.FunnelTable;
  field_counts: desk.FieldCountTable;
  saved_views: desk.SavedViewTable;
}

/** One onboarding. */
export interface SessionTable extends OfPartner {
  id: string;
  created_at: number;
  /** After it, what was not submitted is erased. */
  expires_at: number;
  data_key: Uint8Array;
  /** Calls that were charged and ended in FAIL, and those under way that may. */
  charged_fails: Generated<number>;
  application_id: string | null;
  /** The partner's public client id. */
  client_id: Generated<string | null>;
  /** The page that a partner's session was made for; null: a tab of its own. */
  origin: Generated<string | null>;
  /** Sealed `SessionOptions`: what a partner asked for this session. */
  options: Generated<Uint8Array | null>;
  /** The application that this session is to send again; null for a first onboarding. */
  resubmits: Generated<string | null>;
  /** Bits of the steps of the funnel that it has reached. */
  steps: Generated<number>;
}

/** `pending`: being read by the process that holds the lease. `failed`: no outcome, may be claimed again. */
type ReadingState = 'pending' | 'done' | 'failed';

/** One image of a session. At most one row for the same image and country, so that none is charged twice. */
export interface ReadingTable {
  id: string;
  session_id: string;
  country: string;
  image_hash: string;
  state: ReadingState;
  lease_until: number;
  /** Calls for this image of which it is not known whether they were charged. */
  unknown_calls: Generated<number>;
  /** Sealed `StoredReading`, once the state is `done`. */
  sealed: Uint8Array | null;
  /** MIME type of the stored image; null once it is erased, or was not worth keeping. */
  image_type: string | null;
  created_at: number;
  application_id: string | null;
}

export interface ApplicationTable extends OfPartner {
  id: string;
  reference: string;
  session_id: string;
  idempotency_key: string;
  country: string;
  status: (typeof APPLICATION_STATUSES)[number];
  submitted_at: number;
  data_key: Uint8Array;
  /** Sealed `ApplicationRecord`. */
  sealed: Uint8Array;
  /** SHA-256 of the secret of the status page; null once it is revoked. */
  status_hash: string | null;
  /** The agents' words for the customer, sealed. */
  comment: Uint8Array | null;
  decided_at: number | null;
}

interface DraftTable {
  session_id: string;
  sealed: Uint8Array;
  updated_at: number;
}

/** `unknown`: sent in full, but no answer says whether it was charged. */
export type Charge = 'charged' | 'free' | 'unknown';

/** One call to an OCR upstream, written before it is sent. Never a field's value. */
export interface OcrCallTable {
  id: string;
  at: number;
  session_id: string;
  country: string;
  upstream: string;
  image_hash: string;
  status: OcrStatus | null;
  charge: Charge;
  /** Null while it is under way, or if the process ended meanwhile. */
  ms: number | null;
}

/** Requests counted in one window. */
interface LimitTable {
  /** What is limited, and whose it is: a session's id, or a keyed hash of an address. */
  key: string;
  /** Start of the window, ms. */
  starts_at: number;
  count: number;
}

/** Kinds of work that waits for its time; `due/run.ts` says what each does. */
type DueKind = 'session' | 'application' | 'image' | 'event' | 'notice' | 'webhook' | 'anchor';

/** Something to be done at a time, by whichever process leases it first. */
export interface DueTable {
  kind: DueKind;
  /** Id of what it concerns. */
  subject: string;
  due_at: number;
  lease_until: Generated<number>;
  attempts: Generated<number>;
}

/** Proof that something was erased; it names nothing but our own ids. */
export interface ErasureTable {
  id: string;
  kind: 'session' | 'application';
  subject: string;
  reason: 'expired' | 'retention' | 'request';
  at: number;
}

/** One image read by two upstreams. */
export interface ShadowTable {
  id: string;
  at: number;
  country: string;
  /** Whose answer was given. */
  upstream: string;
  outcome: string;
  /** Who read it as well. */
  shadow: string;
  shadow_outcome: string;
  /** JSON: names of the fields that the two read otherwise. */
  differs: string;
  ms: number;
  /** The reading that was read again; null once that is erased. */
  reading_id: string | null;
  /** Sealed `SecondReading`: how the two differ; null where they do not. */
  sealed: Uint8Array | null;
}

/** Something that others are told of. Written with the change itself; no personal data. */
export interface EventTable {
  id: string;
  type: EventType;
  application_id: string | null;
  session_id: string;
  at: number;
  /** `EventAbout` as JSON, as it stood when it happened: what is told later may be about something erased. */
  about: Generated<string | null>;
}
