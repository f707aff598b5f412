import type { MigrationStep } from './types.ts';

/** Sessions, readings, applications, drafts, the meter, limits, what is due, proofs of erasure. */
export const first: MigrationStep = ({ bytes }) => ({
  async up(db) {
    await db.schema
      .createTable('sessions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('data_key', bytes, (c) => c.notNull())
      .addColumn('charged_fails', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('application_id', 'text')
      .execute();
    await db.schema
      .createTable('readings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('session_id', 'text', (c) => c.notNull())
      .addColumn('country', 'text', (c) => c.notNull())
      .addColumn('image_hash', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('lease_until', 'bigint', (c) => c.notNull())
      .addColumn('unknown_calls', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('sealed', bytes)
      .addColumn('image_type', 'text')
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('application_id', 'text')
      .addUniqueConstraint('readings_once', ['session_id', 'country', 'image_hash'])
      .execute();
    await db.schema.createIndex('readings_of_application').on('readings').column('application_id').execute();
    await db.schema
      .createTable('applications')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('reference', 'text', (c) => c.notNull().unique())
      .addColumn('session_id', 'text', (c) => c.notNull().unique())
      .addColumn('idempotency_key', 'text', (c) => c.notNull())
      .addColumn('country', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('submitted_at', 'bigint', (c) => c.notNull())
      .addColumn('data_key', bytes, (c) => c.notNull())
      .addColumn('sealed', bytes, (c) => c.notNull())
      .addColumn('status_hash', 'text')
      .addColumn('comment', bytes)
      .addColumn('decided_at', 'bigint')
      .execute();
    await db.schema
      .createTable('drafts')
      .addColumn('session_id', 'text', (c) => c.primaryKey())
      .addColumn('sealed', bytes, (c) => c.notNull())
      .addColumn('updated_at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('ocr_calls')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('session_id', 'text', (c) => c.notNull())
      .addColumn('country', 'text', (c) => c.notNull())
      .addColumn('upstream', 'text', (c) => c.notNull())
      .addColumn('image_hash', 'text', (c) => c.notNull())
      .addColumn('status', 'text')
      .addColumn('charge', 'text', (c) => c.notNull())
      .addColumn('ms', 'integer')
      .execute();
    await db.schema.createIndex('ocr_calls_by_time').on('ocr_calls').column('at').execute();
    await db.schema
      .createTable('limits')
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('starts_at', 'bigint', (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('limits_key', ['key', 'starts_at'])
      .execute();
    await db.schema.createIndex('limits_by_time').on('limits').column('starts_at').execute();
    await db.schema
      .createTable('due')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('due_at', 'bigint', (c) => c.notNull())
      .addColumn('lease_until', 'bigint', (c) => c.notNull().defaultTo(0))
      .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('due_key', ['kind', 'subject'])
      .execute();
    await db.schema.createIndex('due_by_time').on('due').column('due_at').execute();
    await db.schema
      .createTable('erasures')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
  },
});
