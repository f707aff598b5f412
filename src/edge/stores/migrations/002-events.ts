import type { MigrationStep } from './types.ts';

/** What has happened to applications, for those who are told of it: mail, hooks, webhooks. */
export const events: MigrationStep = () => ({
  async up(db) {
    await db.schema
      .createTable('events')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('application_id', 'text')
      .addColumn('session_id', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('events_of_application').on('events').column('application_id').execute();
  },
});
