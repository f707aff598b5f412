import { type Figures, STEPS } from '#src/contract/agent/index.ts';
import type { CountedDecision, FigureSpan } from '../../stores/figures.ts';
import { dayOf } from '../../stores/funnel.ts';
import type { Desk } from '../desk.ts';

const HOUR_MS = 3600 * 1000;

/** The value below which a share `p` of the values lies (nearest rank); null of none. */
function percentile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const waitOf = ({ at, submitted_at }: CountedDecision): number => at - submitted_at;

/** Decisions by what they came to. */
function tally(decisions: readonly CountedDecision[]) {
  const of = (...kinds: readonly string[]) => decisions.filter(({ kind }) => kinds.includes(kind)).length;
  return { approved: of('approve'), declined: of('decline'), asked: of('photo', 'correction') };
}

function groups<K>(decisions: readonly CountedDecision[], keyOf: (decision: CountedDecision) => K) {
  const found = new Map<K, CountedDecision[]>();
  for (const decision of decisions) {
    const key = keyOf(decision);
    const group = found.get(key);
    if (group) group.push(decision);
    else found.set(key, [decision]);
  }
  return found;
}

function agentsOf(decisions: readonly CountedDecision[], names: ReadonlyMap<string, string>) {
  return [...groups(decisions, ({ agent_id }) => agent_id)]
    .map(([id, own]) => {
      const activeHours = new Set(own.map(({ at }) => Math.floor(at / HOUR_MS))).size;
      return {
        agent: { id, name: names.get(id) ?? '' },
        decisions: own.length,
        ...tally(own),
        activeHours,
        perHour: own.length / activeHours,
        handleMs: percentile(
          own.map(({ at, claimed_at }) => at - claimed_at),
          0.5,
        ),
      };
    })
    .sort((a, b) => b.decisions - a.decisions);
}

/** The figures of a span of days. */
export async function figuresOf({ deps, settings }: Desk, span: FigureSpan): Promise<Figures> {
  const { figures, agents } = deps.store;
  const [steps, fields, calls, decisions] = await Promise.all([
    figures.funnel(span),
    figures.fields(span),
    figures.calls(span),
    figures.decisions(span),
  ]);
  const names = await agents.names([...new Set(decisions.map(({ agent_id }) => agent_id))]);
  const sessionsIn = (step: string, day?: string) =>
    steps
      .filter((row) => row.step === step && (day === undefined || row.day === day))
      .reduce((sum, row) => sum + row.sessions, 0);
  const byDay = groups(decisions, ({ at }) => dayOf(at));
  const days = [...new Set([...steps.map(({ day }) => day), ...byDay.keys()])].sort();
  const waits = decisions.map(waitOf);
  const all = tally(decisions);
  const whole = decisions.length;
  const charge = (kind: string) =>
    calls.filter((row) => row.charge === kind).reduce((sum, row) => sum + row.calls, 0);
  const outcomes = new Map<string, Figures['readings'][number]>();
  for (const { upstream, status, calls: n } of calls) {
    const named = status ?? 'none';
    const key = `${upstream}\n${named}`;
    outcomes.set(key, { upstream, status: named, calls: (outcomes.get(key)?.calls ?? 0) + n });
  }
  const charged = charge('charged');
  const { price } = settings;
  return {
    from: span.from,
    to: span.to,
    funnel: STEPS.map((step) => ({ step, sessions: sessionsIn(step) })),
    days: days.map((day) => {
      const own = byDay.get(day) ?? [];
      const waitMs = percentile(own.map(waitOf), 0.5);
      return { day, submitted: sessionsIn('submitted', day), ...tally(own), waitMs };
    }),
    wait: { p50: percentile(waits, 0.5), p90: percentile(waits, 0.9), decided: whole },
    rates: {
      approved: share(all.approved, whole),
      declined: share(all.declined, whole),
      asked: share(all.asked, whole),
      withinSla: share(waits.filter((wait) => wait <= settings.slaMs).length, whole),
    },
    agents: agentsOf(decisions, names),
    readings: [...outcomes.values()],
    fields: [...fields],
    calls: {
      charged,
      free: charge('free'),
      unknown: charge('unknown'),
      cost: price && Math.round(charged * price.amount * 1e6) / 1e6,
      currency: price?.currency ?? null,
    },
  };
}
