import type { CDPSession, Page } from '@playwright/test';
import { MARK } from './trace.ts';

interface Shift {
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
  /** Does something and waits until it is painted: two keys in one frame would be told as one slow key. */
  readonly act: (action: () => Promise<unknown>) => Promise<void>;
}

/** CPU of a middling phone against this machine's, as Lighthouse slows it down. */
export const SLOW_DOWN = 4;

/** What takes less than 16 ms is not told at all: then it is not waited for any longer, ms. */
const UNPAINTED_MS = 600;

interface Seen {
  benchEvent?: number;
}

type Tell = (value: number, afterInput: boolean) => void;

/** How much of a headless window is its frame and bars, at most, px. */
const WINDOW_FRAME = { width: 240, height: 240 } as const;

/**
 * A headless window is made as large as the page that it is to show, bars and all: the last 90 px of the page are
 * then never presented, and a key whose letter stands there waits for the next frame that can be seen.
 */
async function enlargeWindow(client: CDPSession, page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const { windowId } = await client.send('Browser.getWindowForTarget');
  const bounds = { width: width + WINDOW_FRAME.width, height: height + WINDOW_FRAME.height };
  await client.send('Browser.setWindowBounds', { windowId, bounds });
}

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
    // Entries come once what they did has been presented.
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) (window as unknown as Seen).benchEvent = startTime;
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const client = await page.context().newCDPSession(page);
  await enlargeWindow(client, page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return {
    shifts,
    doing: async (what) => {
      now = what;
      await page.evaluate((name) => void performance.mark(name), MARK + what);
    },
    act: async (action) => {
      const before = await page.evaluate(() => performance.now());
      await action();
      await page.evaluate(
        async ([since, limit]) => {
          const seen = window as unknown as Seen;
          const end = performance.now() + limit;
          const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
          // Another page has begun its own time.
          while (performance.now() > since && performance.now() < end && (seen.benchEvent ?? 0) < since)
            await pause(20);
          await pause(50);
        },
        [before, UNPAINTED_MS] as const,
      );
    },
  };
}
