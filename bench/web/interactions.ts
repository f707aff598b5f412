import type { Browser } from '@playwright/test';
import { quantile, round } from '../lib/stats.ts';
import { observe, SLOW_DOWN } from './observe.ts';
import { CATEGORIES, type Interaction, interactionsIn } from './trace.ts';
import { walk } from './walk.ts';

export interface Measured {
  readonly figures: Readonly<Record<string, unknown>>;
  /** The slowest, slowest first. */
  readonly slowest: readonly Interaction[];
}

const WAYS = [
  ['Malaysia', 'en'],
  ['Pakistan', 'ur'],
] as const;

/** Every tap and key of the flow at a quarter of the CPU, and what moves by itself on the way. */
export async function interactions(browser: Browser, url: string, runs: number): Promise<Measured> {
  const all: Interaction[] = [];
  const worst: number[] = [];
  let prefill = 0;
  let load = 0;
  for (let run = 0; run < runs; run++)
    for (const [country, language] of WAYS) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        locale: language === 'ur' ? 'ur-PK' : 'en-MY',
        hasTouch: true,
      });
      const page = await context.newPage();
      const observed = await observe(page, SLOW_DOWN);
      await browser.startTracing(page, { categories: [...CATEGORIES] });
      await walk(page, url, country, language, observed);
      await page.waitForTimeout(300);
      const made = interactionsIn((await browser.stopTracing()).toString());
      await context.close();
      all.push(...made);
      worst.push(Math.max(0, ...made.map(({ ms }) => ms)));
      const during = (what: string): number =>
        observed.shifts.filter((shift) => shift.what === what).reduce((sum, { value }) => sum + value, 0);
      prefill = Math.max(prefill, during('prefill'));
      load = Math.max(load, during('load'));
    }
  const p98 = (times: readonly number[]): number => round(quantile(times, 0.98));
  const next = `interaction to next paint at ${SLOW_DOWN}× slow-down`;
  return {
    figures: {
      'taps and keys': all.length,
      [`${next}, 98th percentile ms`]: p98(all.map(({ ms }) => ms)),
      [`${next}, slowest, median of walks ms`]: round(quantile(worst, 0.5)),
      [`${next}, of it CPU of the page, 98th percentile ms`]: p98(all.map(({ cpu }) => cpu)),
      'layout shift while the first screen loads': round(load, 4),
      'layout shift when the prefill arrives': round(prefill, 4),
    },
    slowest: [...all].sort((a, b) => b.ms - a.ms).slice(0, 12),
  };
}
