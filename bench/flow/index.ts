import { chromium } from '@playwright/test';
import { buildWeb } from '#tools/build.ts';
import { CHROMIUM_ARGS, ensureChromium } from '#tools/chromium.ts';
import { CARDS, pathOf } from '../../e2e/cards.ts';
import { kenalServer } from '../../e2e/server.ts';
import { quick, report } from '../lib/cli.ts';
import { quantile, round } from '../lib/stats.ts';

/**
 * `npm run bench:flow`: from a chosen photo to the filled form, in Chromium against the real server on this
 * machine, for each checked-in 12-megapixel photo. A person's two taps ("Choose a photo", "Use this photo")
 * are made at once, so the figure is the machine's share: decode, find, crop, compress, upload, read, fill.
 */
const runs = quick ? 3 : 12;
const photo = CARDS.find((fixture) => fixture.file.includes('12mp'));
if (!photo) throw new Error('no 12-megapixel fixture');

await buildWeb();
const server = await kenalServer({ RATE_LIMIT: '100000' });
await server.start();
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...CHROMIUM_ARGS] });
const ready: number[] = [];
const filled: number[] = [];
const bytes: number[] = [];
try {
  for (let run = 0; run <= runs; run++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-MY' });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByRole('button', { name: /Malaysia/ }).click();
    await page.getByRole('button', { name: /agree/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a photo' }).click();
    const sent = page.waitForRequest((request) => request.url().includes('/api/readings/'));
    const choice = await chooser;
    const chosen = performance.now();
    await choice.setFiles(pathOf(photo));
    const use = page.getByRole('button', { name: 'Use this photo' });
    await use.waitFor();
    const prepared = performance.now();
    await use.click();
    await page.getByRole('textbox', { name: /MyKad number/ }).waitFor();
    const done = performance.now();
    // The first run warms the browser's and the server's code; people meet a warm server.
    if (run > 0) {
      ready.push(prepared - chosen);
      filled.push(done - chosen);
      bytes.push(Number((await (await sent).allHeaders())['content-length']));
    }
    await context.close();
  }
} finally {
  await browser.close();
  await server.destroy();
}
report(`12-megapixel photo chosen → form filled, ${runs} runs`, {
  'photo ready, median ms': round(quantile(ready, 0.5)),
  'form filled, median ms': round(quantile(filled, 0.5)),
  'form filled, p95 ms': round(quantile(filled, 0.95)),
  'uploaded, largest bytes': Math.max(...bytes),
});
