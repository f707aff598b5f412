/**
 * The capture figures: `node bench/capture/index.ts [--quick] [--json]`. Chromium, the built page under the
 * product's policy, two cores as they are. `--reading` adds the engine's reading of our photos and of
 * browser-image-compression's.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { quick, report } from '../lib/cli.ts';
import { openBrowser, openPage } from './browser.ts';
import { edges } from './edges.ts';
import { live } from './live.ts';
import { photos } from './photos.ts';
import { reading } from './reading.ts';
import { buildPage, OUT, serve } from './serve.ts';

/** Code that the camera view loads beyond the first screen: the feature, its worker, one language. */
function codeSize(): number {
  const dir = `${OUT}/assets`;
  const wanted = /^(capture|capture\.worker|canvas|words\.en)-.*\.(js|css)$/;
  const files = readdirSync(dir).filter((name) => wanted.test(name));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(`${dir}/${name}`)).length, 0);
}

await buildPage();
const figures: Record<string, unknown> = { 'camera view, KB gzip': Math.round(codeSize() / 100) / 10 };
const server = await serve(5210);
const loose = await serve(5211, true);
try {
  const browser = await openBrowser();
  try {
    Object.assign(figures, await edges(await openPage(browser, loose.url), loose, quick ? 18 : 72));
    Object.assign(figures, await photos(server, quick ? 5 : 11));
    if (!quick || process.argv.includes('--reading')) {
      Object.assign(figures, await reading(await openPage(browser, server.url), server, quick ? 6 : 24));
    }
  } finally {
    await browser.close();
  }
  Object.assign(figures, await live(server.url, quick ? 2 : 5));
} finally {
  server.close();
  loose.close();
}
report('Capture', figures);
