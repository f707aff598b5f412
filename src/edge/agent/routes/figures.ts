import * as z from 'zod/mini';
import {
  FIGURE_TABLES,
  type Figures,
  type FiguresQuery,
  type FigureTable,
  figuresQuery,
} from '#src/contract/agent/index.ts';
import { HttpProblem } from '../../problem.ts';
import type { FigureSpan } from '../../stores/figures.ts';
import { byAgent, type Desk } from '../desk.ts';
import { figuresOf } from '../figures/figures.ts';
import type { Handlers } from '../router.ts';
import { csv } from './csv.ts';
import { queryOf } from './queue.ts';
import { json } from './reply.ts';

const MAX_DAYS = 366;
const DAY_MS = 24 * 3600 * 1000;

const exportQuery = z.extend(figuresQuery, { table: z.enum(FIGURE_TABLES) });

function spanOf({ from, to, country }: FiguresQuery): FigureSpan {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (!(days >= 1 && days <= MAX_DAYS))
    throw new HttpProblem('invalid_request', { detail: `from and to: 1 to ${MAX_DAYS} days` });
  return { from, to, country: country ?? null };
}

type Line = readonly (string | number)[];

/** The tables of the figures as lines under a heading. */
const TABLES: Readonly<Record<FigureTable, (figures: Figures) => readonly [string[], Line[]]>> = {
  funnel: ({ funnel }) => [['step', 'sessions'], funnel.map(({ step, sessions }) => [step, sessions])],
  days: ({ days }) => [
    ['day', 'submitted', 'approved', 'declined', 'asked', 'wait_ms'],
    days.map((row) => [row.day, row.submitted, row.approved, row.declined, row.asked, row.waitMs ?? '']),
  ],
  agents: ({ agents }) => [
    ['agent', 'decisions', 'approved', 'declined', 'asked', 'active_hours', 'per_hour', 'handle_ms'],
    agents.map((row) => [
      row.agent.name,
      row.decisions,
      row.approved,
      row.declined,
      row.asked,
      row.activeHours,
      row.perHour.toFixed(2),
      row.handleMs ?? '',
    ]),
  ],
  readings: ({ readings }) => [
    ['upstream', 'status', 'calls'],
    readings.map(({ upstream, status, calls }) => [upstream, status, calls]),
  ],
  fields: ({ fields }) => [
    ['country', 'field', 'read', 'edited'],
    fields.map(({ country, field, read, edited }) => [country, field, read, edited]),
  ],
  calls: ({ calls }) => [
    ['charged', 'free', 'unknown', 'cost', 'currency'],
    [[calls.charged, calls.free, calls.unknown, calls.cost ?? '', calls.currency ?? '']],
  ],
};

/** What the office looks at to see how it is doing. */
export function figuresHandlers(desk: Desk): Handlers {
  return {
    'GET /api/agent/figures': async (c) => json(await figuresOf(desk, spanOf(queryOf(c, figuresQuery)))),

    'GET /api/agent/figures/export': async (c) => {
      const { table, ...query } = queryOf(c, exportQuery);
      const [columns, lines] = TABLES[table](await figuresOf(desk, spanOf(query)));
      const detail = { what: `figures_${table}`, lines: lines.length };
      await desk.record(null, 'data.exported', byAgent(c.var.agent.id), detail);
      return csv(`${table}-${query.from}-${query.to}`, columns, lines);
    },
  };
}
