import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database, Dialect, DueTable } from './schema.ts';

export type DueRow = Selectable<DueTable>;

/**
 * A row with what is known of it. Who was given it by `lease` gives it back whole: somebody may have made it due anew
 * meanwhile, or have taken over an expired lease, and that must not be undone.
 */
type Held = Pick<DueRow, 'kind' | 'subject'> & Partial<Pick<DueRow, 'due_at' | 'lease_until' | 'attempts'>>;

export interface DueStore {
  /** Leases up to `limit` rows whose time has come and that nobody else has leased. */
  readonly lease: (now: number, leaseUntil: number, limit: number) => Promise<readonly DueRow[]>;
  /** What is due by now and not done: how many rows, and since when the oldest waits (null: none). */
  readonly waiting: (now: number) => Promise<{ readonly rows: number; readonly since: number | null }>;
  /** Is through: deletes a row, if it is still as it was held. */
  readonly done: (row: Held) => Promise<void>;
  /** Did not work: try again at `dueAt`, if the row is still as it was held. */
  readonly postpone: (row: Held, dueAt: number) => Promise<void>;
  /** Sets when applications are to be erased, after RETENTION_DAYS has changed. */
  readonly retainFor: (ms: number) => Promise<void>;
}

export function sqlDue(db: Kysely<Database>, dialect: Dialect): DueStore {
  return {
    lease: (now, leaseUntil, limit) =>
      db
        .updateTable('due')
        .set((eb) => ({ lease_until: leaseUntil, attempts: eb('attempts', '+', 1) }))
        .where((eb) => {
          const free = eb
            .selectFrom('due')
            .select(['kind', 'subject'])
            .where('due_at', '<=', now)
            .where('lease_until', '<=', now)
            .orderBy('due_at')
            .limit(limit);
          const rows = dialect === 'postgres' ? free.forUpdate().skipLocked() : free;
          return sql<boolean>`(kind, subject) in ${rows}`;
        })
        .returningAll()
        .execute(),
    waiting: async (now) => {
      const { rows, since } = await db
        .selectFrom('due')
        .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.min('due_at').as('since')])
        .where('due_at', '<=', now)
        .executeTakeFirstOrThrow();
      return { rows: Number(rows), since: since === null ? null : Number(since) };
    },
    done: async (row) => {
      await db
        .deleteFrom('due')
        .where((eb) => eb.and(row))
        .execute();
    },
    postpone: async (row, dueAt) => {
      await db
        .updateTable('due')
        .set({ due_at: dueAt, lease_until: 0 })
        .where((eb) => eb.and(row))
        .execute();
    },
    retainFor: async (ms) => {
      await db
        .updateTable('due')
        .set((eb) => ({
          due_at: sql<number>`${eb
            .selectFrom('applications')
            .select('submitted_at')
            .whereRef('applications.id', '=', 'due.subject')} + ${sql.lit(ms)}`,
        }))
        .where('kind', '=', 'application')
        .where((eb) =>
          eb.exists(
            eb.selectFrom('applications').select('id').whereRef('applications.id', '=', 'due.subject'),
          ),
        )
        .execute();
    },
  };
}
