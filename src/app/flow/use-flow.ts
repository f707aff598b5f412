import { startTransition, useCallback, useEffect, useReducer, useRef } from 'react';
import { type Flow, type FlowEvent, next, START, STEPS, type Step } from './machine.ts';

interface Entry {
  readonly kenal: Step;
}

/** The step that a history entry of ours stands for. */
function stepOf(state: unknown): Step | null {
  const step = state && typeof state === 'object' ? (state as Partial<Entry>).kenal : undefined;
  return STEPS.find((name) => name === step) ?? null;
}

/** Screens that are passed through, and those that nothing leads back from: they take over their entry. */
const replaces = (last: Step, step: Step): boolean =>
  last === step || last === 'reading' || last === 'receipt' || step === 'receipt';

type Send = (event: FlowEvent) => void;

/**
 * The flow, bound to the History API: every screen is an entry, so that the browser's back and forward are the
 * flow's. An entry whose screen cannot be shown (any more) shows the nearest one before it.
 * @param useResume takes up what was before a reload; the history is left alone until it says true.
 */
export function useFlow(useResume: (send: Send) => boolean): [flow: Flow, send: Send, ready: boolean] {
  const [flow, dispatch] = useReducer(next, START);
  // The next screen is drawn in slices, so that a slow phone answers a tap before it has drawn all of it.
  const send = useCallback((event: FlowEvent) => startTransition(() => dispatch(event)), []);
  const shown = useRef<Step | null>(null);
  const ready = useResume(send);
  const { step } = flow;

  useEffect(() => {
    if (!ready) return;
    const last = shown.current ?? step;
    shown.current = step;
    if (stepOf(history.state) === step) return;
    const entry: Entry = { kenal: step };
    if (replaces(last, step)) history.replaceState(entry, '');
    else history.pushState(entry, '');
  }, [step, ready]);

  useEffect(() => {
    const visit = (event: PopStateEvent): void => {
      const to = stepOf(event.state);
      if (to) send({ type: 'goto', step: to });
    };
    window.addEventListener('popstate', visit);
    return () => window.removeEventListener('popstate', visit);
  }, [send]);

  return [flow, send, ready];
}
