import lighthouse from 'lighthouse';
import { quantile, round } from '../lib/stats.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

/**
 * Lighthouse's mobile audit (its own slow 4G and a quarter of the CPU, simulated) of a page, over a Chromium's
 * debugging port.
 * @returns the median score of each category, 0 to 100, and what was found wanting.
 */
export async function audit(url: string, port: number, runs: number) {
  const scores = new Map<string, number[]>(CATEGORIES.map((name) => [name, []]));
  const wanting = new Set<string>();
  const paints: number[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
    });
    if (!result) throw new Error('Lighthouse gave no result');
    const { categories, audits } = result.lhr;
    for (const name of CATEGORIES) scores.get(name)?.push((categories[name]?.score ?? 0) * 100);
    for (const name of ['accessibility', 'best-practices'])
      for (const { id, weight } of categories[name]?.auditRefs ?? [])
        if (weight > 0 && (audits[id]?.score ?? 1) < 1) wanting.add(id);
    paints.push(audits['largest-contentful-paint']?.numericValue ?? Number.NaN);
  }
  return {
    scores: Object.fromEntries([...scores].map(([name, all]) => [name, round(quantile(all, 0.5))])),
    lcp: round(quantile(paints, 0.5)),
    wanting: [...wanting],
  };
}
