import { sql, type Transaction } from 'kysely';
import { type AuditMark, appendAudit } from './audit.ts';
import type { Database, Dialect } from './schema.ts';
import type { MatchKind } from './schema-console.ts';

/** What the console is told of an application in the transaction of its submission. */
export interface Enqueued {
  readonly doubts: number;
  readonly hasImage: boolean;
  /** Keyed hashes by which it is found. */
  readonly matches: Readonly<Partial<Record<MatchKind, string>>>;
  /** Fields that had a reading, and whether they were changed. */
  readonly fields: readonly { readonly name: string; readonly edited: boolean }[];
  readonly mark: AuditMark;
}

interface Line {
  readonly application_id: string;
  readonly reference: string;
  readonly country: string;
  readonly submitted_at: number;
  readonly attempt: number;
}

/** Kinds by which two applications are one person's or one card's; a name alone is not enough. */
const DOUBLES: readonly MatchKind[] = ['number', 'image', 'person'];

/** Applications that share a hash with this one. */
async function doublesOf(tx: Transaction<Database>, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('matches as own')
    .innerJoin('matches as other', (join) =>
      join.onRef('other.hash', '=', 'own.hash').onRef('other.kind', '=', 'own.kind'),
    )
    .select('other.application_id')
    .distinct()
    .where('own.application_id', '=', id)
    .where('own.kind', 'in', DOUBLES)
    .where('other.application_id', '!=', id)
    .orderBy('other.application_id')
    .execute();
  return rows.map((row) => row.application_id);
}

/** Applications that share one of these hashes. */
async function sharing(tx: Transaction<Database>, matches: Enqueued['matches']): Promise<string[]> {
  const hashes = DOUBLES.flatMap((kind) => matches[kind] ?? []);
  if (hashes.length === 0) return [];
  const rows = await tx
    .selectFrom('matches')
    .select('application_id')
    .where('hash', 'in', hashes)
    .where('kind', 'in', DOUBLES)
    .execute();
  return rows.map((row) => row.application_id);
}

/**
 * Locks an application's line of the queue and those whose duplicates may be counted anew with it. Every transaction
 * that changes an application locks its line before anything else of it, and lines in the order of their ids: no two
 * wait for each other. (SQLite has one writer at a time.)
 * @param matches the hashes that the application is about to get.
 */
export async function holdLines(
  tx: Transaction<Database>,
  dialect: Dialect,
  id: string,
  matches: Enqueued['matches'] = {},
): Promise<void> {
  if (dialect !== 'postgres') return;
  const ids = new Set([id, ...(await doublesOf(tx, id)), ...(await sharing(tx, matches))]);
  await tx
    .selectFrom('queue')
    .select('application_id')
    .where('application_id', 'in', [...ids])
    .orderBy('application_id')
    .forUpdate()
    .execute();
}

/** Replaces the hashes of an application, and counts duplicates anew where that changes them. */
async function rematch(
  tx: Transaction<Database>,
  id: string,
  matches: Enqueued['matches'],
  now: number,
): Promise<void> {
  const before = new Set(await doublesOf(tx, id));
  await tx.deleteFrom('matches').where('application_id', '=', id).execute();
  const rows = Object.entries(matches) as [MatchKind, string][];
  if (rows.length > 0)
    await tx
      .insertInto('matches')
      .values(rows.map(([kind, hash]) => ({ application_id: id, kind, hash })))
      .execute();
  const after = new Set(await doublesOf(tx, id));
  await tx.updateTable('queue').set({ duplicates: after.size }).where('application_id', '=', id).execute();
  const step = async (ids: readonly string[], by: 1 | -1) => {
    if (ids.length === 0) return;
    await tx
      .updateTable('queue')
      .set((eb) => ({ duplicates: eb('duplicates', '+', by), changed_at: now }))
      .where('application_id', 'in', [...ids])
      .execute();
  };
  await step(
    [...after].filter((other) => !before.has(other)),
    1,
  );
  await step(
    [...before].filter((other) => !after.has(other)),
    -1,
  );
}

/** Puts an application into the queue (again), with its hashes, its counters and its link in the audit. */
export async function enqueue(
  tx: Transaction<Database>,
  dialect: Dialect,
  line: Line,
  { doubts, hasImage, matches, fields, mark }: Enqueued,
): Promise<void> {
  const fresh = {
    status: 'submitted' as const,
    open: 1,
    submitted_at: line.submitted_at,
    attempt: line.attempt,
    doubts,
    has_image: hasImage ? 1 : 0,
    claimed_by: null,
    claimed_at: 0,
    claimed_until: 0,
    decided_at: null,
    decided_by: null,
    changed_at: line.submitted_at,
  };
  await holdLines(tx, dialect, line.application_id, matches);
  await tx
    .insertInto('queue')
    .values({ ...line, ...fresh })
    .onConflict((oc) => oc.column('application_id').doUpdateSet(fresh))
    .execute();
  await rematch(tx, line.application_id, matches, line.submitted_at);
  await countFields(tx, line.country, fields, line.submitted_at);
  await appendAudit(tx, mark);
}

async function countFields(
  tx: Transaction<Database>,
  country: string,
  fields: Enqueued['fields'],
  at: number,
): Promise<void> {
  if (fields.length === 0) return;
  const day = new Date(at).toISOString().slice(0, 10);
  await tx
    .insertInto('field_counts')
    // In one order everywhere: two submissions do not wait for each other crosswise.
    .values(
      [...fields]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, edited }) => ({ day, country, field: name, read: 1, edited: edited ? 1 : 0 })),
    )
    .onConflict((oc) =>
      oc.columns(['day', 'country', 'field']).doUpdateSet({
        read: sql`field_counts.read + excluded.read`,
        edited: sql`field_counts.edited + excluded.edited`,
      }),
    )
    .execute();
}

/** Takes an application out of the queue when it is erased. Its decisions stay as counts, without their words. */
export async function dequeue(tx: Transaction<Database>, id: string, now: number): Promise<void> {
  await rematch(tx, id, {}, now);
  await tx.deleteFrom('queue').where('application_id', '=', id).execute();
  await tx.deleteFrom('attempts').where('application_id', '=', id).execute();
  await tx.deleteFrom('corrections').where('application_id', '=', id).execute();
  await tx.updateTable('decisions').set({ sealed: null }).where('application_id', '=', id).execute();
}
