import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import { buildWeb } from '#tools/build.ts';
import { CHROMIUM_ARGS, ensureChromium } from '#tools/chromium.ts';
import { apply } from '../../e2e/apply.ts';
import { card } from '../../e2e/cards.ts';
import { kenalServer } from '../../e2e/server.ts';
import { quick, report } from '../lib/cli.ts';
import { bytes } from './bytes.ts';
import { interactions } from './interactions.ts';
import { audit } from './lighthouse.ts';

/**
 * `npm run bench:web`: what the web app weighs, how Lighthouse sees it, and how long every tap and key of the
 * flow takes on a slow phone, in Chromium against the real server on this machine.
 */
const runs = quick ? 1 : 3;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });

await buildWeb();
const server = await kenalServer({ RATE_LIMIT: '100000' });
await server.start();
const port = await freePort();
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: [...CHROMIUM_ARGS, `--remote-debugging-port=${port}`],
});
try {
  const weight = await bytes(browser, server.url);
  const first = await audit(`${server.url}/`, port, runs);
  const { statusPath } = await apply(server.url, card('my-wood-1mp.jpg'));
  const status = quick ? null : await audit(`${server.url}${statusPath}`, port, 1);
  const { figures, slowest } = await interactions(browser, server.url, runs);
  console.log('\nSlowest interactions');
  for (const { what, ms, cpu } of slowest)
    console.log(
      `  ${ms.toFixed().padStart(5)} ms by the clock, ${cpu.toFixed().padStart(5)} ms of CPU  ${what}`,
    );
  report(`Web app, ${runs} run(s)`, {
    ...weight,
    'Lighthouse, first screen': first.scores,
    'largest contentful paint, slow 4G, ms': first.lcp,
    ...(status && { 'Lighthouse, status page': status.scores }),
    'audits not passed': [...new Set([...first.wanting, ...(status?.wanting ?? [])])],
    ...figures,
  });
} finally {
  await browser.close();
  await server.destroy();
}
