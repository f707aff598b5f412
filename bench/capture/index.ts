/**
 * The capture figures: `node bench/capture/index.ts [--quick] [--json] [--only edges,photos,reading,live]`. Chromium, the built page under the
 * product's policy, two cores as they are. `--reading` adds the engine's reading of our photos and of
 * browser-image-compression's. How much code the camera loads, `npx size-limit` says.
 */

import { loadavg } from 'node:os';
import { option, quick, report } from '../lib/cli.ts';
import { openBrowser, openPage } from './browser.ts';
import { edges } from './edges.ts';
import { live } from './live.ts';
import { photos } from './photos.ts';
import { reading } from './reading.ts';
import { buildPage, serve } from './serve.ts';

const chosen = option(
  'only',
  quick && !process.argv.includes('--reading') ? 'edges,photos,live' : 'edges,photos,reading,live',
).split(',');
const wants = (part: string): boolean => chosen.includes(part);

await buildPage();
const load = () => loadavg().map((one) => Math.round(10 * one) / 10)[0];
const figures: Record<string, unknown> = {
  'load at the start': load(),
};
const server = await serve(5210);
// The peers evaluate code and are loaded from node_modules: they get a server without a policy.
const loose = await serve(5211, true);
try {
  const browser = await openBrowser();
  try {
    if (wants('edges')) {
      Object.assign(figures, await edges(await openPage(browser, loose.url), loose, quick ? 18 : 72));
    }
    if (wants('reading')) {
      Object.assign(figures, await reading(await openPage(browser, server.url), server, quick ? 6 : 48));
    }
  } finally {
    await browser.close();
  }
  if (wants('photos')) Object.assign(figures, await photos(server, quick ? 5 : 11));
  if (wants('live')) Object.assign(figures, await live(server.url, quick ? 2 : 5));
} finally {
  server.close();
  loose.close();
}
figures['load at the end'] = load();
report('Capture', figures);
