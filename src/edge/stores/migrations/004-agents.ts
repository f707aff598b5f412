import { sql } from 'kysely';
import type { MigrationStep } from './types.ts';

/**
 * Accounts of the console: the tables that better-auth 1.7.6 asks for (core, two-factor, passkey; columns in its
 * own spelling), then ours: failed sign-ins, invitations, facts, secrets.
 */
export const agents: MigrationStep = ({ dialect, bytes }) => {
  const date = dialect === 'postgres' ? sql`timestamptz` : sql`date`;
  const bool = dialect === 'postgres' ? sql`boolean` : sql`integer`;
  return {
    async up(db) {
      await db.schema
        .createTable('agents')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('email', 'text', (c) => c.notNull().unique())
        .addColumn('emailVerified', bool, (c) => c.notNull())
        .addColumn('image', 'text')
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .addColumn('twoFactorEnabled', bool)
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('disabled', bool, (c) => c.notNull())
        .execute();
      const owned = (table: string) =>
        db.schema
          .createTable(table)
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('userId', 'text', (c) => c.notNull().references('agents.id').onDelete('cascade'));
      await owned('agent_sessions')
        .addColumn('expiresAt', date, (c) => c.notNull())
        .addColumn('token', 'text', (c) => c.notNull().unique())
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .addColumn('ipAddress', 'text')
        .addColumn('userAgent', 'text')
        .execute();
      await owned('agent_accounts')
        .addColumn('accountId', 'text', (c) => c.notNull())
        .addColumn('providerId', 'text', (c) => c.notNull())
        .addColumn('accessToken', 'text')
        .addColumn('refreshToken', 'text')
        .addColumn('idToken', 'text')
        .addColumn('accessTokenExpiresAt', date)
        .addColumn('refreshTokenExpiresAt', date)
        .addColumn('scope', 'text')
        .addColumn('password', 'text')
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .addUniqueConstraint('agent_accounts_once', ['providerId', 'accountId'])
        .execute();
      await db.schema
        .createTable('agent_verifications')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('identifier', 'text', (c) => c.notNull())
        .addColumn('value', 'text', (c) => c.notNull())
        .addColumn('expiresAt', date, (c) => c.notNull())
        .addColumn('createdAt', date, (c) => c.notNull())
        .addColumn('updatedAt', date, (c) => c.notNull())
        .execute();
      await owned('agent_two_factors')
        .addColumn('secret', 'text', (c) => c.notNull())
        .addColumn('backupCodes', 'text', (c) => c.notNull())
        .addColumn('verified', bool)
        .addColumn('failedVerificationCount', 'integer')
        .addColumn('lockedUntil', date)
        .execute();
      await owned('agent_passkeys')
        .addColumn('name', 'text')
        .addColumn('publicKey', 'text', (c) => c.notNull())
        .addColumn('credentialID', 'text', (c) => c.notNull().unique())
        .addColumn('counter', 'integer', (c) => c.notNull())
        .addColumn('deviceType', 'text', (c) => c.notNull())
        .addColumn('backedUp', bool, (c) => c.notNull())
        .addColumn('transports', 'text')
        .addColumn('createdAt', date)
        .addColumn('aaguid', 'text')
        .execute();
      for (const table of ['agent_sessions', 'agent_accounts', 'agent_two_factors', 'agent_passkeys'])
        await db.schema.createIndex(`${table}_of_agent`).on(table).column('userId').execute();
      await db.schema
        .createIndex('agent_verifications_by_identifier')
        .on('agent_verifications')
        .column('identifier')
        .execute();
      await db.schema
        .createTable('agent_failures')
        .addColumn('subject', 'text', (c) => c.primaryKey())
        .addColumn('count', 'integer', (c) => c.notNull().defaultTo(0))
        .addColumn('locked_until', 'bigint', (c) => c.notNull().defaultTo(0))
        .addColumn('last_at', 'bigint', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('invitations')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('email', 'text', (c) => c.notNull())
        .addColumn('role', 'text', (c) => c.notNull())
        .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
        .addColumn('invited_by', 'text', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .addColumn('expires_at', 'bigint', (c) => c.notNull())
        .addColumn('used_at', 'bigint')
        .execute();
      await db.schema
        .createTable('console_facts')
        .addColumn('name', 'text', (c) => c.primaryKey())
        .addColumn('value', 'text', (c) => c.notNull())
        .execute();
      await db.schema
        .createTable('secrets')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('data_key', bytes, (c) => c.notNull())
        .addColumn('sealed', bytes, (c) => c.notNull())
        .execute();
    },
  };
};
