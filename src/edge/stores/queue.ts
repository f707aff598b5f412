import { type Kysely, sql } from 'kysely';
import { COUNT_CAP, type QueueCounts } from '#src/contract/agent/index.ts';
import { type AuditMark, appendAudit } from './audit.ts';
import { transact } from './durable.ts';
import {
  pageOf,
  QUEUE_COLUMNS,
  type QueueCursor,
  type QueueRow,
  type QueueView,
  viewOf,
} from './queue-rows.ts';
import type { Database, Dialect } from './schema.ts';
import type { MatchKind } from './schema-console.ts';

interface Claiming {
  readonly agentId: string;
  readonly now: number;
  readonly until: number;
}

export interface QueueStore {
  readonly page: (
    view: QueueView,
    order: 'oldest' | 'newest',
    after: QueueCursor | null,
    limit: number,
  ) => Promise<readonly QueueRow[]>;
  readonly find: (id: string) => Promise<QueueRow | null>;
  readonly byReference: (reference: string) => Promise<QueueRow | null>;
  /** Newest first; `hashes` are of one kind. */
  readonly byHash: (
    kind: MatchKind,
    hashes: readonly string[],
    after: QueueCursor | null,
    limit: number,
  ) => Promise<readonly QueueRow[]>;
  readonly changedSince: (
    since: readonly [at: number, id: string],
    limit: number,
  ) => Promise<readonly QueueRow[]>;
  readonly counts: (view: Omit<QueueView, 'filters'>) => Promise<QueueCounts>;
  /** Claims the oldest free line of a view, those in `skip` left out; what the agent holds already comes first. */
  readonly next: (
    view: QueueView,
    claim: Claiming,
    skip: readonly string[],
    mark: (id: string) => AuditMark,
  ) => Promise<QueueRow | null>;
  /** Claims a line, or renews the own claim. @returns null if it is somebody else's, or decided. */
  readonly claim: (
    id: string,
    claim: Claiming & { takeOver: boolean },
    marks: { claimed: AuditMark; takenOver: AuditMark },
  ) => Promise<QueueRow | null>;
  /** @returns false if it was not this agent's. */
  readonly release: (id: string, agentId: string, now: number, mark: AuditMark) => Promise<boolean>;
}

export function sqlQueue(db: Kysely<Database>, dialect: Dialect): QueueStore {
  /** At most so many: nobody reads an exact number above a thousand. */
  const counted = async (rows: ReturnType<typeof viewOf>): Promise<number> => {
    const { n } = await db
      .selectFrom(
        rows
          .select('application_id')
          .limit(COUNT_CAP + 1)
          .as('some'),
      )
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };
  const taken = ({ agentId, now, until }: Claiming) => ({
    claimed_by: agentId,
    claimed_at: now,
    claimed_until: until,
    status: 'in_review' as const,
    changed_at: now,
  });
  return {
    page: (view, order, after, limit) => pageOf(viewOf(db, view), order, after, limit),
    find: async (id) =>
      (await db
        .selectFrom('queue')
        .select(QUEUE_COLUMNS)
        .where('application_id', '=', id)
        .executeTakeFirst()) ?? null,
    byReference: async (reference) =>
      (await db
        .selectFrom('queue')
        .select(QUEUE_COLUMNS)
        .where('reference', '=', reference)
        .executeTakeFirst()) ?? null,
    byHash: (kind, hashes, after, limit) =>
      pageOf(
        db.selectFrom('queue').where('application_id', 'in', (eb) =>
          eb
            .selectFrom('matches')
            .select('matches.application_id')
            .where('hash', 'in', [...hashes])
            .where('kind', '=', kind),
        ),
        'newest',
        after,
        limit,
      ),
    changedSince: ([at, id], limit) =>
      db
        .selectFrom('queue')
        .select(QUEUE_COLUMNS)
        .where(sql<boolean>`(changed_at, application_id) > (${at}, ${id})`)
        .orderBy('changed_at')
        .orderBy('application_id')
        .limit(limit)
        .execute(),
    counts: async (view) => {
      const [open, overdue, mine] = await Promise.all([
        counted(viewOf(db, { ...view, filters: {} })),
        counted(viewOf(db, { ...view, filters: { due: 'overdue' } })),
        counted(viewOf(db, { ...view, filters: { claimed: 'me' } })),
      ]);
      return { open, overdue, mine };
    },
    next: (view, claim, skip, mark) =>
      transact(db, async (tx) => {
        const { agentId, now, until } = claim;
        const open = (filters: QueueView['filters']) => {
          let rows = viewOf(tx, { ...view, filters: { ...filters, status: 'open' } });
          if (skip.length > 0) rows = rows.where('application_id', 'not in', [...skip]);
          return rows.select('application_id').orderBy('submitted_at').orderBy('application_id').limit(1);
        };
        const mine = await open({ claimed: 'me' }).executeTakeFirst();
        const renewed = mine && {
          claimed_until: until,
          changed_at: now,
        };
        if (mine && renewed)
          return (
            (await tx
              .updateTable('queue')
              .set(renewed)
              .where('application_id', '=', mine.application_id)
              .where('claimed_by', '=', agentId)
              .returning(QUEUE_COLUMNS)
              .executeTakeFirst()) ?? null
          );
        const free = open({ ...view.filters, claimed: 'nobody' });
        const row = await tx
          .updateTable('queue')
          .set(taken(claim))
          // Agents who ask at the same moment step over what the others are taking.
          .where('application_id', '=', dialect === 'postgres' ? free.forUpdate().skipLocked() : free)
          .where('open', '=', 1)
          .where('claimed_until', '<=', now)
          .returning(QUEUE_COLUMNS)
          .executeTakeFirst();
        if (!row) return null;
        await inReview(tx, row.application_id);
        await appendAudit(tx, mark(row.application_id));
        return row;
      }),
    claim: (id, { takeOver, ...claim }, { claimed, takenOver }) =>
      transact(db, async (tx) => {
        const of = (rows = tx.selectFrom('queue')) =>
          rows.select(QUEUE_COLUMNS).where('application_id', '=', id).where('open', '=', 1);
        const found = of();
        const before = await (dialect === 'postgres' ? found.forUpdate() : found).executeTakeFirst();
        if (!before) return null;
        const held = before.claimed_until > claim.now;
        const mine = held && before.claimed_by === claim.agentId;
        if (held && !mine && !takeOver) return null;
        const row = await tx
          .updateTable('queue')
          .set(mine ? { claimed_until: claim.until, changed_at: claim.now } : taken(claim))
          .where('application_id', '=', id)
          .returning(QUEUE_COLUMNS)
          .executeTakeFirstOrThrow();
        if (mine) return row;
        await inReview(tx, id);
        await appendAudit(tx, held ? takenOver : claimed);
        return row;
      }),
    release: (id, agentId, now, mark) =>
      transact(db, async (tx) => {
        const gone = await tx
          .updateTable('queue')
          .set({ claimed_by: null, claimed_at: 0, claimed_until: 0, changed_at: now })
          .where('application_id', '=', id)
          .where('claimed_by', '=', agentId)
          .where('claimed_until', '>', now)
          .where('open', '=', 1)
          .executeTakeFirst();
        if (gone.numUpdatedRows !== 1n) return false;
        await appendAudit(tx, mark);
        return true;
      }),
  };
}

async function inReview(tx: Kysely<Database>, id: string): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ status: 'in_review' })
    .where('id', '=', id)
    .where('status', '=', 'submitted')
    .execute();
}
