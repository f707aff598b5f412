/** One tap or key, by Chromium's own event timing, which is what the field calls interaction to next paint (INP). */
export interface Interaction {
  readonly what: string;
  /** From the event to the frame that was presented after it, ms by the clock. */
  readonly ms: number;
  /** The main thread in that time, ms of CPU: where the two differ, the page has waited for its turn. */
  readonly cpu: number;
}

interface Timing {
  readonly interactionId?: number;
  readonly type?: string;
  /** ms. */
  readonly duration?: number;
}

interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** µs. */
  readonly ts: number;
  readonly dur?: number;
  /** µs of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { data?: Timing };
}

/** What has to be traced for `interactionsIn`. */
export const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
] as const;
/** Marks with this prefix name what is done from then on. */
export const MARK = 'doing: ';

/** The thread's time within a span: whole tasks, and the share of those that stand half in it. */
function cpuWithin(tasks: readonly TraceEvent[], from: number, to: number): number {
  let total = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const inside = Math.min(to, ts + dur) - Math.max(from, ts);
    if (inside > 0 && dur > 0) total += tdur * (inside / dur);
  }
  return total / 1000;
}

/**
 * Every interaction in a trace: of its events (down, up, click) the longest, from the event to the next presented
 * frame, as in https://web.dev/articles/inp.
 */
export function interactionsIn(trace: string): readonly Interaction[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const marks = traceEvents
    .filter(({ cat, name }) => cat === 'blink.user_timing' && name.startsWith(MARK))
    .sort((a, b) => a.ts - b.ts);
  const tasks = traceEvents.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const timings = traceEvents.filter(
    ({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && (args?.data?.interactionId ?? 0) > 0,
  );
  const longest = new Map<number, Interaction>();
  for (const { pid, tid, ts, args } of timings) {
    const { interactionId = 0, type = '', duration = 0 } = args?.data ?? {};
    if ((longest.get(interactionId)?.ms ?? 0) >= duration) continue;
    const mine = tasks.filter((task) => task.pid === pid && task.tid === tid);
    const doing = marks.findLast((mark) => mark.ts <= ts)?.name.slice(MARK.length) ?? 'load';
    longest.set(interactionId, {
      what: `${doing} · ${type}`,
      ms: duration,
      cpu: cpuWithin(mine, ts, ts + duration * 1000),
    });
  }
  return [...longest.values()];
}
