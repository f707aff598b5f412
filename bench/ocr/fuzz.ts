/**
 * `node bench/ocr/fuzz.ts [--quick] [--requests 20000] [--seed 7] [--json]`
 * Sends mutated files of every kind to the OCR API in a process of its own, and checks that each ends in a documented
 * status and that the process's memory stays flat.
 */
import { readFileSync } from 'node:fs';
import { OCR_STATUSES } from '#src/contract/index.ts';
import { mutate, randomSource, wildFiles } from '#src/engine/testing/wild-files.ts';
import { json, option, quick, report } from '../lib/cli.ts';
import { memoryOf, withServer } from './serve.ts';

const requests = Number(option('requests', quick ? '600' : '20000'));
const PHOTO = new URL('../../tools/cards/fixtures/my-wood-1mp.jpg', import.meta.url);
/** Requests after which memory is looked at. */
const LOOK_EVERY = quick ? 50 : 500;
/** Requests until every kind of file was decoded some times: buffers and compiled code are still growing. */
const SETTLED = quick ? 300 : 1000;
/**
 * Memory is flat where the second half of the looks is nowhere higher than the first by more than this factor: images
 * that wait to be collected make 20 to 45 MB a thread, at no fixed time.
 */
const FLAT = 1.1;

const files = [...(await wildFiles(readFileSync(PHOTO))).values()];
const random = randomSource(Number(option('seed', '7')));
const counts: Record<string, number> = {};
const looks: number[] = [];
let undocumented = 0;

await withServer(async (child, toAsk) => {
  async function send(i: number): Promise<void> {
    const bytes = mutate(files[i % files.length]!, random);
    const { url, body } = toAsk({ country: i % 2 ? 'my' : 'pk', bytes });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const response = await fetch(url, { method: 'POST', body, headers });
    const { status } = (await response.json()) as { status: string };
    counts[status] = (counts[status] ?? 0) + 1;
    if (response.status !== 200 || !(OCR_STATUSES as readonly string[]).includes(status)) undocumented += 1;
  }

  for (let i = 0; i < requests; i += 2) {
    await Promise.all([send(i), send(i + 1)]);
    const done = i + 2;
    if (done % LOOK_EVERY > 0) continue;
    const { megabytes } = await memoryOf(child);
    if (done >= SETTLED) looks.push(megabytes);
    if (!json)
      console.log(`${done} requests, ${megabytes} MB, undocumented: ${undocumented}`, JSON.stringify(counts));
  }
});

const half = Math.ceil(looks.length / 2);
const grown = Math.max(0, ...looks.slice(half)) > FLAT * Math.max(0, ...looks.slice(0, half));
report('Fuzz of the OCR API', {
  requests,
  undocumented,
  'answers by status': counts,
  'memory from the first settled look on, least MB': Math.min(...looks),
  'memory, most MB': Math.max(...looks),
  'memory is flat': !grown,
});
if (undocumented > 0 || counts.INNER_ERROR || grown) process.exitCode = 1;
