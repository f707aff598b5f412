import { sql } from 'kysely';
import type { MigrationStep } from './types.ts';

/** What lets traces of a session be found when it is erased; those of sessions that are gone go now. */
export const erasure: MigrationStep = () => ({
  async up(db) {
    await db.schema.createIndex('ocr_calls_by_session').on('ocr_calls').column('session_id').execute();
    await sql`update ocr_calls set image_hash = '' where session_id not in (select id from sessions)`.execute(
      db,
    );
    await db.schema.alterTable('idempotency').addColumn('session_id', 'text').execute();
    await db.schema.createIndex('idempotency_by_session').on('idempotency').column('session_id').execute();
  },
});
