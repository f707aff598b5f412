import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest main-thread task, ms, by the clock and by processor time, and how many took over 50 ms of each. */
export interface Tasks {
  readonly longestWall: number;
  readonly longestCpu: number;
  readonly over50Wall: number;
  readonly over50Cpu: number;
}

/** Performance mark, set by the page, from which tasks count. */
export const MARK = 'camera-runs';

/** Starts tracing the browser; the returned function ends it and sums up the page's main thread. */
export async function traceTasks(session: CDPSession): Promise<() => Promise<Tasks>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] },
  });
  return async () => {
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await complete;
    return sumUp(events);
  };
}

function sumUp(events: readonly TraceEvent[]): Tasks {
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('the camera never ran');
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const main = mains.find(({ pid }) => pid === mark.pid);
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      ph === 'X' && name.endsWith('RunTask') && pid === main?.pid && tid === main?.tid && ts > mark.ts,
  );
  const wall = tasks.map(({ dur = 0 }) => dur / 1_000);
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1_000);
  // `ThreadControllerImpl::RunTask` nests in `RunTask` of the same length: each pair counts once.
  const over = (values: readonly number[]) => Math.ceil(values.filter((ms) => ms > 50).length / 2);
  return {
    longestWall: Math.max(0, ...wall),
    longestCpu: Math.max(0, ...cpu),
    over50Wall: over(wall),
    over50Cpu: over(cpu),
  };
}
