import { drawCard, photograph } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';
import { openBrowser, openPage, peakMemory } from './browser.ts';
import type { BenchServer } from './serve.ts';

const SIZES = {
  '12 MP': { width: 4_032, height: 3_024, cardWidth: 2_600, rotation: 4 },
  '48 MP': { width: 8_064, height: 6_048, cardWidth: 5_200, rotation: 4 },
} as const;

/**
 * Large JPEGs to upload-ready: ours, and browser-image-compression with its defaults (on the main thread, for
 * its own worker comes from a CDN). Each has a browser of its own, so that the peak of memory is its own.
 */
export async function photos(server: BenchServer, runs: number): Promise<Record<string, unknown>> {
  const figures: Record<string, Record<string, unknown>> = {};
  const urls: Record<string, string> = {};
  for (const [name, size] of Object.entries(SIZES)) {
    const card = drawCard(7, { country: 'my' });
    const photo = await photograph(card, 7, { level: 'good', ...size, background: 'wood', quality: 90 });
    urls[name] = `/photo-${size.width}.jpg`;
    server.offer(urls[name], photo.jpeg);
    figures[name] = { 'source MB': round(photo.jpeg.length / 1e6, 1) };
  }
  for (const way of ['ours', 'library'] as const) {
    const browser = await openBrowser();
    try {
      const page = await openPage(browser, server.url);
      for (const [name, url] of Object.entries(urls)) {
        const times: number[] = [];
        const count = way === 'ours' ? runs : Math.ceil(runs / 3);
        // One run more than counted: the first loads the modules.
        for (let i = 0; i <= count; i++) {
          const result =
            way === 'ours'
              ? await page.evaluate((u) => kenal.prepare(u), url)
              : await page.evaluate((u) => kenal.library(u), url);
          if ('failed' in result) throw new Error(`${name}: ${result.failed}`);
          if (i > 0) times.push(result.ms);
          Object.assign(figures[name] ?? {}, {
            [`${way}: bytes`]: result.bytes,
            [`${way}: size`]: `${result.width}×${result.height}`,
          });
        }
        Object.assign(figures[name] ?? {}, {
          [`${way}: median ms`]: round(quantile(times, 0.5)),
          [`${way}: p95 ms`]: round(quantile(times, 0.95)),
          [`${way}: peak MB`]: await peakMemory(browser),
        });
      }
    } finally {
      await browser.close();
    }
  }
  return Object.fromEntries(
    Object.entries(figures).map(([name, values]) => [`${name} to upload-ready`, values]),
  );
}
