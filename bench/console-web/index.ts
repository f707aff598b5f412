import { chromium, type Page } from '@playwright/test';
import { buildWeb } from '#tools/build.ts';
import { CHROMIUM_ARGS, ensureChromium } from '#tools/chromium.ts';
import { ADMIN_ENV, Agent } from '../../e2e/agent.ts';
import { apply } from '../../e2e/apply.ts';
import { card } from '../../e2e/cards.ts';
import { kenalServer } from '../../e2e/server.ts';
import { quick, report } from '../lib/cli.ts';
import { quantile, round } from '../lib/stats.ts';

/**
 * `npm run bench:console-web`: the console in Chromium against the real server on this machine, with applications
 * that its own engine has read: from the key that opens a review to its photo drawn and its fields shown, and from
 * the key that decides one to the next one drawn.
 */
const runs = quick ? 6 : 24;

/** The reference of the application that is shown with its photo; waits for another one than `before`. */
async function shownAfter(page: Page, before: string): Promise<string> {
  const handle = await page.waitForFunction((old) => {
    const reference = /\S{3}-\S{3}-\S{3}/.exec(document.querySelector('h1')?.textContent ?? '')?.[0];
    const drawn = document.querySelector('canvas[data-drawn]') !== null;
    const fields = document.querySelectorAll('[data-review-field]').length > 0;
    return reference !== undefined && reference !== old && drawn && fields ? reference : null;
  }, before);
  return (await handle.jsonValue()) ?? '';
}

await buildWeb();
const server = await kenalServer({ ...ADMIN_ENV, RATE_LIMIT: '100000' });
await server.start();
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...CHROMIUM_ARGS] });
const opened: number[] = [];
const decided: number[] = [];
try {
  // One more than is decided, so that there is always a next one; the first two warm both sides up.
  for (let i = 0; i < runs + 3; i++) await apply(server.url, card('my-wood-1mp.jpg'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-MY' });
  const page = await context.newPage();
  const agent = new Agent(page);
  await agent.signIn(server.url);
  let reference = '';
  for (let run = 0; run < runs + 2; run++) {
    await agent.keys('g', 'q');
    await page.getByRole('table').waitFor();
    const begun = performance.now();
    await agent.keys('n');
    reference = await shownAfter(page, '');
    const open = performance.now();
    await agent.keys('a');
    await page.getByRole('form').waitFor();
    const pressed = performance.now();
    await agent.keys('Enter');
    reference = await shownAfter(page, reference);
    if (run < 2) continue;
    opened.push(open - begun);
    decided.push(performance.now() - pressed);
  }
} finally {
  await browser.close();
  await server.destroy();
}
report(`Console in the browser, ${runs} runs`, {
  'review open → photo and fields shown, median ms': round(quantile(opened, 0.5)),
  'review open → photo and fields shown, p95 ms': round(quantile(opened, 0.95)),
  'decide → next shown, median ms': round(quantile(decided, 0.5)),
  'decide → next shown, p95 ms': round(quantile(decided, 0.95)),
});
