import type { Page } from '@playwright/test';
import { drawCard, photograph } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';
import type { BenchServer } from './serve.ts';

const SIZES = {
  '12 MP': { width: 4_032, height: 3_024, cardWidth: 2_600 },
  '48 MP': { width: 8_064, height: 6_048, cardWidth: 5_200 },
} as const;

/** Large JPEGs to upload-ready, ours and browser-image-compression with its own ways, alternately. */
export async function photos(
  page: Page,
  server: BenchServer,
  runs: number,
): Promise<Record<string, unknown>> {
  const figures: Record<string, unknown> = {};
  for (const [name, size] of Object.entries(SIZES)) {
    const url = `/photo-${size.width}.jpg`;
    const card = drawCard(7, { country: 'my' });
    const photo = await photograph(card, 7, { level: 'good', ...size, background: 'wood', quality: 90 });
    server.offer(url, photo.jpeg);
    const ours: number[] = [];
    const theirs: number[] = [];
    let last: Record<string, unknown> = {};
    // Our worker and its modules are there before a photo is: the first run is theirs to load.
    await page.evaluate((u) => kenal.prepare(u), url);
    const peerRuns = size.width > 5_000 ? 1 : Math.ceil(runs / 2);
    for (let i = 0; i < runs; i++) {
      const result = await page.evaluate((u) => kenal.prepare(u), url);
      if ('failed' in result) throw new Error(`${name}: ${result.failed}`);
      ours.push(result.ms);
      last = {
        bytes: result.bytes,
        size: `${result.width}×${result.height}`,
        'JPEG quality': result.jpegQuality,
      };
      if (i < peerRuns) theirs.push((await page.evaluate((u) => kenal.library(u), url)).ms);
    }
    figures[`${name} to upload-ready, ms`] = {
      median: round(quantile(ours, 0.5)),
      p95: round(quantile(ours, 0.95)),
      'source MB': round(photo.jpeg.length / 1e6, 1),
      ...last,
      'library defaults, median': round(quantile(theirs, 0.5)),
    };
  }
  return figures;
}
