import type { MigrationStep } from './types.ts';

/** What a second reader made of a reading, sealed like the reading itself, where the two differ. */
export const second: MigrationStep = ({ bytes }) => ({
  async up(db) {
    await db.schema.alterTable('shadow_readings').addColumn('reading_id', 'text').execute();
    await db.schema.alterTable('shadow_readings').addColumn('sealed', bytes).execute();
    await db.schema
      .createIndex('shadow_readings_by_reading')
      .on('shadow_readings')
      .column('reading_id')
      .execute();
    await db.schema.createIndex('events_by_time').on('events').column('at').execute();
  },
});
