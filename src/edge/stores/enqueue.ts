import { type ExpressionBuilder, sql, type Transaction } from 'kysely';
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

/**
 * Duplicates are counted and shown up to so many. Whoever sends one card a thousand times would otherwise have every
 * submission write a thousand lines.
 */
const MAX_DOUBLES = 100;

type Match = readonly [kind: MatchKind, hash: string];

const pairs = (matches: Enqueued['matches']): Match[] =>
  DOUBLES.flatMap((kind): Match[] => (matches[kind] ? [[kind, matches[kind]]] : []));

/** The hashes that an application has now. */
async function matchesOf(tx: Transaction<Database>, id: string): Promise<Match[]> {
  const rows = await tx
    .selectFrom('matches')
    .select(['kind', 'hash'])
    .where('application_id', '=', id)
    .where('kind', 'in', DOUBLES)
    .execute();
  return rows.map(({ kind, hash }) => [kind, hash]);
}

/** Other applications with this hash. Each of more than so many has so many duplicates whatever becomes of one. */
const othersWith = (tx: Transaction<Database>, id: string, [kind, hash]: Match) =>
  tx
    .selectFrom('matches')
    .select('application_id')
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('application_id', '!=', id)
    .orderBy('application_id')
    .limit(MAX_DOUBLES);

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
  const all = [...(await matchesOf(tx, id)), ...pairs(matches)];
  // Their ids are gathered first, so that each line is found by its key: a condition on each list would look at them all.
  const ids = [sql`array[${id}::text]`, ...all.map((match) => sql`array(${othersWith(tx, id, match)})`)];
  await tx
    .selectFrom('queue')
    .select('application_id')
    .where(sql<boolean>`application_id = any(${sql.join(ids, sql` || `)})`)
    .orderBy('application_id')
    .forUpdate()
    .execute();
}

/** How many applications share a hash with the one of this line. */
const countDoubles = (eb: ExpressionBuilder<Database, 'queue'>) =>
  eb
    .selectFrom((inner) =>
      inner
        .selectFrom('matches as own')
        .innerJoin('matches as other', (join) =>
          join.onRef('other.hash', '=', 'own.hash').onRef('other.kind', '=', 'own.kind'),
        )
        .select('other.application_id')
        .distinct()
        .whereRef('own.application_id', '=', 'queue.application_id')
        .where('own.kind', 'in', DOUBLES)
        .whereRef('other.application_id', '!=', 'own.application_id')
        .limit(MAX_DOUBLES)
        .as('doubles'),
    )
    .select((count) => count.fn.countAll<number>().as('count'));

/** Replaces the hashes of an application, and counts duplicates anew where that changes them. */
async function rematch(
  tx: Transaction<Database>,
  id: string,
  matches: Enqueued['matches'],
  now: number,
): Promise<void> {
  const before = await matchesOf(tx, id);
  const after = pairs(matches);
  await tx.deleteFrom('matches').where('application_id', '=', id).execute();
  const rows = Object.entries(matches) as [MatchKind, string][];
  if (rows.length > 0)
    await tx
      .insertInto('matches')
      .values(rows.map(([kind, hash]) => ({ application_id: id, kind, hash })))
      .execute();
  const without = (some: readonly Match[], others: readonly Match[]) =>
    some.filter(([kind, hash]) => !others.some((other) => other[0] === kind && other[1] === hash));
  const recount = () => tx.updateTable('queue').set((eb) => ({ duplicates: countDoubles(eb) }));
  await recount().where('application_id', '=', id).execute();
  for (const match of without(after, before))
    await recount()
      .set({ changed_at: now })
      .where('application_id', 'in', othersWith(tx, id, match))
      .where('duplicates', '<', MAX_DOUBLES)
      .execute();
  for (const match of without(before, after))
    await recount()
      .set({ changed_at: now })
      .where('application_id', 'in', othersWith(tx, id, match))
      .execute();
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
