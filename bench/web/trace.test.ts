import { expect, it } from 'vitest';
import { interactionsIn, MARK } from './trace.ts';

const at = { pid: 1, tid: 1, cat: 'devtools.timeline' };
const timing = (ts: number, interactionId: number, type: string, duration: number) => ({
  ...at,
  name: 'EventTiming',
  ph: 'b',
  ts,
  args: { data: { interactionId, type, duration } },
});
const task = (ts: number, dur: number, tdur: number, tid = 1) => ({
  ...at,
  tid,
  name: 'RunTask',
  ph: 'X',
  ts,
  dur,
  tdur,
});

it('takes of each interaction its longest event, and the page’s own time in it', () => {
  const traceEvents = [
    { ...at, cat: 'blink.user_timing', name: `${MARK}tap`, ph: 'R', ts: 500 },
    timing(1000, 7, 'pointerdown', 10),
    timing(1500, 7, 'click', 40),
    timing(1500, 0, 'mouseover', 400),
    task(0, 2000, 1000),
    task(31_500, 20_000, 5000),
    task(31_500, 20_000, 20_000, 2),
    { ...at, cat: 'blink.user_timing', name: `${MARK}type`, ph: 'R', ts: 50_000 },
    timing(60_000, 8, 'keydown', 8),
  ];
  expect(interactionsIn(JSON.stringify({ traceEvents }))).toEqual([
    { what: 'tap · click', ms: 40, cpu: 0.25 + 2.5 },
    { what: 'type · keydown', ms: 8, cpu: 0 },
  ]);
});
