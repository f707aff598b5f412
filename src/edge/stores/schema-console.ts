import type { Generated, GeneratedAlways } from 'kysely';
import type { AuditAction, DecisionKind, Step } from '#src/contract/agent/index.ts';
import type { APPLICATION_STATUSES } from '#src/contract/index.ts';

/** An application as the queue sees it: small rows without anything that a card says. */
export interface QueueTable {
  application_id: string;
  reference: string;
  country: string;
  /** As in `applications`, changed with it. */
  status: (typeof APPLICATION_STATUSES)[number];
  /** 1: to be decided. */
  open: number;
  /** Of the latest attempt. */
  submitted_at: number;
  attempt: number;
  doubts: number;
  duplicates: Generated<number>;
  has_image: number;
  claimed_by: string | null;
  claimed_at: Generated<number>;
  /** 0, or a time that has passed: free. */
  claimed_until: Generated<number>;
  decided_at: number | null;
  decided_by: string | null;
  changed_at: number;
  /** Made of the counts by the database: 1 where there is any. */
  doubtful: GeneratedAlways<number>;
  double: GeneratedAlways<number>;
  /** 1: sent again. */
  again: GeneratedAlways<number>;
}

export type MatchKind = 'number' | 'name' | 'person' | 'image';

/** Keyed hashes by which an application is found, and found to be one of two. */
export interface MatchTable {
  application_id: string;
  kind: MatchKind;
  hash: string;
}

/** An attempt that a later one has replaced. */
export interface AttemptTable {
  application_id: string;
  attempt: number;
  submitted_at: number;
  /** Sealed `ApplicationRecord`, as it stood in `applications`. */
  sealed: Uint8Array;
}

/** What an agent holds to be right, beside what the customer gave. */
export interface CorrectionTable {
  application_id: string;
  field: string;
  /** Sealed value. */
  sealed: Uint8Array;
  agent_id: string;
  at: number;
}

export interface DecisionTable {
  id: string;
  application_id: string;
  country: string;
  attempt: number;
  kind: DecisionKind;
  /** Codes, as JSON. */
  reasons: string;
  /** Sealed comment and note; null once the application is erased, or if there is neither. */
  sealed: Uint8Array | null;
  agent_id: string;
  at: number;
  claimed_at: number;
  submitted_at: number;
  event_id: string;
  undone_at: number | null;
}

export interface AuditTable {
  /** An application's id, or `console`. */
  chain: string;
  seq: number;
  at: number;
  action: AuditAction;
  actor_kind: 'customer' | 'agent' | 'partner' | 'system' | 'anyone';
  actor_id: string | null;
  /** Codes, ids of ours and names of fields, as JSON. */
  detail: string;
  hash: string;
}

/** Where each chain ends, and how far an anchor outside of the database vouches for it. */
export interface AuditHeadTable {
  chain: string;
  seq: number;
  hash: string;
  anchored: Generated<number>;
}

/** Sessions that began a step on a day (UTC). */
export interface FunnelTable {
  day: string;
  /** Empty where it is not known yet. */
  country: string;
  step: Step;
  sessions: number;
}

/** Submitted fields that had a reading, and those of them that were changed, on a day (UTC). */
export interface FieldCountTable {
  day: string;
  country: string;
  field: string;
  read: number;
  edited: number;
}

export interface SavedViewTable {
  id: string;
  agent_id: string;
  name: string;
  /** `QueueFilters`, as JSON. */
  filters: string;
  order: 'oldest' | 'newest';
  shared: number;
  created_at: number;
}
