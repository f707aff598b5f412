import type { Page } from '@playwright/test';
import { MARK } from './trace.ts';

export interface Shift {
  readonly what: string;
  readonly value: number;
  /** Within 500 ms of a tap or key: browsers do not count these. */
  readonly afterInput: boolean;
}

/** What a page says of itself while somebody uses it. */
export interface Observed {
  readonly shifts: Shift[];
  /** Names what is done from now on. */
  readonly doing: (what: string) => Promise<void>;
  /** Waits until what has been done so far is painted and told. */
  readonly settle: () => Promise<void>;
}

/** CPU of a middling phone against this machine's, as Lighthouse slows it down. */
export const SLOW_DOWN = 4;

type Tell = (value: number, afterInput: boolean) => void;

/** Slows a page's CPU down, listens to its layout shifts, and marks in its trace what is being done. */
export async function observe(page: Page, slowDown: number): Promise<Observed> {
  const shifts: Shift[] = [];
  let now = 'load';
  await page.exposeBinding('tellBench', (_source, value: number, afterInput: boolean) => {
    shifts.push({ what: now, value, afterInput });
  });
  await page.addInitScript(() => {
    const tell = (window as unknown as { tellBench: Tell }).tellBench;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        tell(entry.value, entry.hadRecentInput);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return {
    shifts,
    doing: async (what) => {
      now = what;
      await page.evaluate((name) => void performance.mark(name), MARK + what);
    },
    settle: async () => {
      await page.evaluate(
        () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))),
      );
    },
  };
}
