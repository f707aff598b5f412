import * as z from 'zod/mini';
import { countryCode } from '../api.ts';
import { agentName } from './queue.ts';

const day = z.iso.date();

/**
 * `GET /api/agent/figures?from=2026-11-01&to=2026-11-22&country=my` (supervisor) → `figures`. Days are UTC, both
 * included; at most 366.
 */
export const figuresQuery = z.object({ from: day, to: day, country: z.optional(countryCode) });
export type FiguresQuery = z.infer<typeof figuresQuery>;

export const STEPS = ['started', 'photo', 'read', 'form', 'submitted'] as const;
export type Step = (typeof STEPS)[number];

export const figures = z.object({
  from: day,
  to: day,
  /** Sessions that came so far, counted on the day each began the step. `started` knows no country. */
  funnel: z.array(z.object({ step: z.enum(STEPS), sessions: z.number() })),
  /** One line a day on which anything happened. */
  days: z.array(
    z.object({
      day,
      submitted: z.number(),
      approved: z.number(),
      declined: z.number(),
      asked: z.number(),
      /** Median wait from submission to decision, ms; null without a decision. */
      waitMs: z.nullable(z.number()),
    }),
  ),
  /** From submission to decision, ms; null without a decision. */
  wait: z.object({ p50: z.nullable(z.number()), p90: z.nullable(z.number()), decided: z.number() }),
  /** Share of decisions, 0 to 1; null without any. */
  rates: z.object({
    approved: z.nullable(z.number()),
    declined: z.nullable(z.number()),
    asked: z.nullable(z.number()),
    withinSla: z.nullable(z.number()),
  }),
  agents: z.array(
    z.object({
      agent: agentName,
      decisions: z.number(),
      approved: z.number(),
      declined: z.number(),
      asked: z.number(),
      /** Hours (of the clock) in which they decided anything, and decisions in each. */
      activeHours: z.number(),
      perHour: z.number(),
      /** Median time from claim to decision, ms. */
      handleMs: z.nullable(z.number()),
    }),
  ),
  /** Outcomes of calls to the readers. */
  readings: z.array(z.object({ upstream: z.string(), status: z.string(), calls: z.number() })),
  /** How often people change what was read: of submitted fields that had a reading. */
  fields: z.array(
    z.object({ country: countryCode, field: z.string(), read: z.number(), edited: z.number() }),
  ),
  /** `unknown`: sent, but no answer says whether it was charged. `cost` null unless OCR_PRICE is set. */
  calls: z.object({
    charged: z.number(),
    free: z.number(),
    unknown: z.number(),
    cost: z.nullable(z.number()),
    currency: z.nullable(z.string()),
  }),
});
export type Figures = z.infer<typeof figures>;

/**
 * `GET /api/agent/figures/export?table=days&from=…&to=…&country=…` (supervisor): `text/csv` with a header line, as a
 * download; an event of the audit.
 */
export const FIGURE_TABLES = ['funnel', 'days', 'agents', 'readings', 'fields', 'calls'] as const;
export type FigureTable = (typeof FIGURE_TABLES)[number];

/**
 * `GET /api/agent/applications/export?…queueFilters` (supervisor): `text/csv` of the view's lines, as a download:
 * references, states, times; nothing that a card says. An event of the audit.
 */
