import type { Kysely, Selectable } from 'kysely';
import { type AuditMark, appendAudit } from './audit.ts';
import { transact } from './durable.ts';
import { QUEUE_COLUMNS, type QueueRow } from './queue-rows.ts';
import type { ReadingRow } from './readings.ts';
import type { Database } from './schema.ts';
import type { AttemptTable, CorrectionTable, MatchKind } from './schema-console.ts';

type CorrectionRow = Selectable<CorrectionTable>;
type AttemptRow = Selectable<AttemptTable>;

export interface ReviewStore {
  readonly reading: (applicationId: string, id: string) => Promise<ReadingRow | null>;
  readonly attempts: (applicationId: string) => Promise<readonly AttemptRow[]>;
  readonly corrections: (applicationId: string) => Promise<readonly CorrectionRow[]>;
  /** Keeps a correction beside the field, or takes it back (null). @returns false: not claimed by this agent. */
  readonly correct: (
    row: Omit<CorrectionRow, 'sealed'> & { sealed: Uint8Array | null },
    mark: AuditMark,
  ) => Promise<boolean>;
  readonly duplicates: (applicationId: string) => Promise<readonly (QueueRow & { kind: MatchKind })[]>;
  readonly duplicatesOf: (
    hashes: readonly string[],
    limit: number,
  ) => Promise<readonly { id: string; reference: string }[]>;
}

export function sqlReviews(db: Kysely<Database>): ReviewStore {
  return {
    reading: async (applicationId, id) =>
      (await db
        .selectFrom('readings')
        .selectAll()
        .where('id', '=', id)
        .where('application_id', '=', applicationId)
        .executeTakeFirst()) ?? null,
    attempts: (applicationId) =>
      db
        .selectFrom('attempts')
        .selectAll()
        .where('application_id', '=', applicationId)
        .orderBy('attempt')
        .execute(),
    corrections: (applicationId) =>
      db.selectFrom('corrections').selectAll().where('application_id', '=', applicationId).execute(),
    correct: ({ sealed, ...row }, mark) =>
      transact(db, async (tx) => {
        // The line itself is written, so that a decision that comes between waits, or is waited for.
        const held = await tx
          .updateTable('queue')
          .set({ changed_at: row.at })
          .where('application_id', '=', row.application_id)
          .where('open', '=', 1)
          .where('claimed_by', '=', row.agent_id)
          .where('claimed_until', '>', row.at)
          .executeTakeFirst();
        if (held.numUpdatedRows !== 1n) return false;
        if (sealed === null)
          await tx
            .deleteFrom('corrections')
            .where('application_id', '=', row.application_id)
            .where('field', '=', row.field)
            .execute();
        else
          await tx
            .insertInto('corrections')
            .values({ ...row, sealed })
            .onConflict((oc) =>
              oc
                .columns(['application_id', 'field'])
                .doUpdateSet({ sealed, agent_id: row.agent_id, at: row.at }),
            )
            .execute();
        await appendAudit(tx, mark);
        return true;
      }),
    duplicates: (applicationId) =>
      db
        .selectFrom('matches as own')
        .innerJoin('matches as other', (join) =>
          join.onRef('other.hash', '=', 'own.hash').onRef('other.kind', '=', 'own.kind'),
        )
        .innerJoin('queue', 'queue.application_id', 'other.application_id')
        .select(QUEUE_COLUMNS.map((name) => `queue.${name}` as const))
        .select('other.kind')
        .where('own.application_id', '=', applicationId)
        .where('own.kind', '!=', 'name')
        .whereRef('other.application_id', '!=', 'own.application_id')
        .orderBy('queue.submitted_at', 'desc')
        .limit(100)
        .execute(),
    duplicatesOf: async (hashes, limit) => {
      if (hashes.length === 0) return [];
      return db
        .selectFrom('matches')
        .innerJoin('queue', 'queue.application_id', 'matches.application_id')
        .select(['queue.application_id as id', 'queue.reference'])
        .distinct()
        .where('matches.hash', 'in', [...hashes])
        .where('matches.kind', '!=', 'name')
        .limit(limit)
        .execute();
    },
  };
}
