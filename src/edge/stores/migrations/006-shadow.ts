import type { MigrationStep } from './types.ts';

/** Readings that a second upstream has read as well, to compare the two. Names of fields, never their values. */
export const shadow: MigrationStep = () => ({
  async up(db) {
    await db.schema
      .createTable('shadow_readings')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('country', 'text', (c) => c.notNull())
      .addColumn('upstream', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('shadow', 'text', (c) => c.notNull())
      .addColumn('shadow_outcome', 'text', (c) => c.notNull())
      .addColumn('differs', 'text', (c) => c.notNull())
      .addColumn('ms', 'integer', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('shadow_readings_by_time').on('shadow_readings').column('at').execute();
  },
});
