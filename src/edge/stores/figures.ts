import type { Kysely, Selectable } from 'kysely';
import type { Step } from '#src/contract/agent/index.ts';
import { countStep } from './funnel.ts';
import type { Charge, Database } from './schema.ts';
import type { DecisionTable } from './schema-console.ts';

/** A span of time, and a country or all. */
export interface FigureSpan {
  /** ISO days, both included. */
  readonly from: string;
  readonly to: string;
  readonly country: string | null;
}

export type CountedDecision = Pick<
  Selectable<DecisionTable>,
  'kind' | 'agent_id' | 'at' | 'claimed_at' | 'submitted_at'
>;

export interface FigureStore {
  /** Notes that a session has come so far, once. */
  readonly reached: (sessionId: string, step: Step, country: string, now: number) => Promise<void>;
  readonly funnel: (span: FigureSpan) => Promise<readonly { day: string; step: Step; sessions: number }[]>;
  readonly fields: (
    span: FigureSpan,
  ) => Promise<readonly { country: string; field: string; read: number; edited: number }[]>;
  readonly calls: (
    span: FigureSpan,
  ) => Promise<readonly { upstream: string; status: string | null; charge: Charge; calls: number }[]>;
  /** Decisions that were not taken back. */
  readonly decisions: (span: FigureSpan) => Promise<readonly CountedDecision[]>;
}

const DAY_MS = 24 * 3600 * 1000;
const timesOf = ({ from, to }: FigureSpan) => [Date.parse(from), Date.parse(to) + DAY_MS] as const;

export function sqlFigures(db: Kysely<Database>): FigureStore {
  return {
    reached: (sessionId, step, country, now) =>
      db.transaction().execute((tx) => countStep(tx, sessionId, step, country, now)),
    funnel: async ({ from, to, country }) => {
      const rows = await db
        .selectFrom('funnel')
        .select((eb) => ['day', 'step', eb.fn.sum<number>('sessions').as('sessions')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        // Nobody has chosen a country when they start.
        .$if(country !== null, (qb) => qb.where('country', 'in', [country ?? '', '']))
        .groupBy(['day', 'step'])
        .execute();
      return rows.map((row) => ({ ...row, sessions: Number(row.sessions) }));
    },
    fields: async ({ from, to, country }) => {
      const rows = await db
        .selectFrom('field_counts')
        .select((eb) => [
          'country',
          'field',
          eb.fn.sum<number>('read').as('read'),
          eb.fn.sum<number>('edited').as('edited'),
        ])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .$if(country !== null, (qb) => qb.where('country', '=', country ?? ''))
        .groupBy(['country', 'field'])
        .orderBy('country')
        .orderBy('field')
        .execute();
      return rows.map((row) => ({ ...row, read: Number(row.read), edited: Number(row.edited) }));
    },
    calls: async (span) => {
      const [start, end] = timesOf(span);
      const rows = await db
        .selectFrom('ocr_calls')
        .select((eb) => ['upstream', 'status', 'charge', eb.fn.countAll<number>().as('calls')])
        .where('at', '>=', start)
        .where('at', '<', end)
        .$if(span.country !== null, (qb) => qb.where('country', '=', span.country ?? ''))
        .groupBy(['upstream', 'status', 'charge'])
        .orderBy('upstream')
        .execute();
      return rows.map((row) => ({ ...row, calls: Number(row.calls) }));
    },
    decisions: (span) => {
      const [start, end] = timesOf(span);
      return db
        .selectFrom('decisions')
        .select(['kind', 'agent_id', 'at', 'claimed_at', 'submitted_at'])
        .where('at', '>=', start)
        .where('at', '<', end)
        .where('undone_at', 'is', null)
        .$if(span.country !== null, (qb) => qb.where('country', '=', span.country ?? ''))
        .execute();
    },
  };
}
