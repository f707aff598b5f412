import type { Generated } from 'kysely';
import type { Role } from '#src/contract/agent/index.ts';

/** A time as better-auth stores it: `timestamptz` on Postgres, ISO text on SQLite. */
export type StoredDate = Date | string;

/** An account of the console. This and the next five are better-auth's tables, with its own column names. */
export interface AgentTable {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean | number;
  image: string | null;
  createdAt: StoredDate;
  updatedAt: StoredDate;
  twoFactorEnabled: boolean | number | null;
  role: Role;
  disabled: boolean | number;
}

export interface AgentSessionTable {
  id: string;
  expiresAt: StoredDate;
  token: string;
  createdAt: StoredDate;
  updatedAt: StoredDate;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AgentAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: StoredDate;
  updatedAt: StoredDate;
}

export interface AgentVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: StoredDate;
  createdAt: StoredDate;
  updatedAt: StoredDate;
}

export interface AgentTwoFactorTable {
  id: string;
  userId: string;
}

export interface AgentPasskeyTable {
  id: string;
  name: string | null;
  userId: string;
  credentialID: string;
  createdAt: StoredDate | null;
}

/** Failures of one e-mail to sign in, whether or not it has an account, and of one application's link to show more. */
export interface AgentFailureTable {
  /** Keyed hash of the e-mail, or of the application. */
  subject: string;
  count: Generated<number>;
  locked_until: Generated<number>;
  last_at: number;
}

export interface InvitationTable {
  id: string;
  email: string;
  role: Role;
  /** SHA-256 of what stands in the link. */
  secret_hash: string;
  invited_by: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Facts of which there is one. A row that is there says that somebody was first. */
export interface ConsoleFactTable {
  name: string;
  value: string;
}

/** A secret of this deployment, sealed under a data key that SECRET_KEY wraps: rotation wraps it anew. */
export interface SecretTable {
  id: string;
  data_key: Uint8Array;
  sealed: Uint8Array;
}
