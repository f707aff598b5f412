import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { QueueFilters } from '#src/contract/agent/index.ts';
import type { Database } from './schema.ts';
import type { QueueTable } from './schema-console.ts';

export type QueueRow = Omit<Selectable<QueueTable>, 'doubtful' | 'double' | 'again'>;

/** Where a page begins: after this line, in the page's order. */
export type QueueCursor = readonly [submittedAt: number, id: string];

export interface QueueView {
  readonly filters: QueueFilters;
  /** Who asks: `claimed: me` is theirs. */
  readonly agentId: string;
  readonly now: number;
  readonly slaMs: number;
}

export const QUEUE_COLUMNS = [
  'application_id',
  'reference',
  'country',
  'status',
  'open',
  'submitted_at',
  'attempt',
  'doubts',
  'duplicates',
  'has_image',
  'claimed_by',
  'claimed_at',
  'claimed_until',
  'decided_at',
  'decided_by',
  'changed_at',
] as const;

type QueueQuery = SelectQueryBuilder<Database, 'queue', object>;

/** The lines of a view, without an order. Each condition but the claim's is one that an index begins with. */
export function viewOf(db: Kysely<Database>, { filters, agentId, now, slaMs }: QueueView): QueueQuery {
  const { status = 'open', country, doubts, duplicates, claimed, due, attempt } = filters;
  const flag = (some: string) => (some === 'some' || some === 'again' ? 1 : 0);
  let rows: QueueQuery = db.selectFrom('queue');
  if (status === 'open') rows = rows.where('open', '=', 1);
  else if (status !== 'all') rows = rows.where('status', '=', status);
  if (country) rows = rows.where('country', '=', country);
  if (doubts) rows = rows.where('doubtful', '=', flag(doubts));
  if (duplicates) rows = rows.where('double', '=', flag(duplicates));
  if (attempt) rows = rows.where('again', '=', flag(attempt));
  if (due) rows = rows.where('open', '=', 1).where('submitted_at', '<', now - slaMs);
  if (claimed === 'me') rows = rows.where('claimed_by', '=', agentId).where('claimed_until', '>', now);
  if (claimed === 'others') rows = rows.where('claimed_by', '!=', agentId).where('claimed_until', '>', now);
  if (claimed === 'nobody') rows = rows.where('claimed_until', '<=', now);
  return rows;
}

/** One page of lines, to be asked for. */
export function pageQuery(
  rows: QueueQuery,
  order: 'oldest' | 'newest',
  after: QueueCursor | null,
  limit: number,
) {
  const direction = order === 'oldest' ? 'asc' : 'desc';
  const past = after && sql`(${after[0]}, ${after[1]})`;
  return rows
    .$if(past !== null, (qb) =>
      qb.where(
        order === 'oldest'
          ? sql<boolean>`(submitted_at, application_id) > ${past}`
          : sql<boolean>`(submitted_at, application_id) < ${past}`,
      ),
    )
    .select(QUEUE_COLUMNS)
    .orderBy('submitted_at', direction)
    .orderBy('application_id', direction)
    .limit(limit);
}

/** One page of lines. */
export const pageOf = (...query: Parameters<typeof pageQuery>): Promise<QueueRow[]> =>
  pageQuery(...query).execute();
