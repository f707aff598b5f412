/**
 * `node bench/ocr/fuzz.ts [--requests 20000] [--seed 7]`
 * Sends mutated files of every kind to the OCR API in a process of its own, and checks that each ends in a documented
 * status and that the process's memory stays flat.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OCR_STATUSES } from '#src/contract/index.ts';
import { mutate, randomSource, wildFiles } from '#src/engine/testing/wild-files.ts';
import { memoryOf, withServer } from './serve.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
});
const requests = Number(values.requests);
const PHOTO = new URL('../../tools/cards/fixtures/my-wood-1mp.jpg', import.meta.url);
/** Requests after which memory is looked at. */
const LOOK_EVERY = 500;
/** Requests until every kind of file was decoded some times: buffers and compiled code are still growing. */
const SETTLED = 1000;
/**
 * Memory is flat where the second half of the looks is nowhere higher than the first by more than this factor: images
 * that wait to be collected make 20 to 45 MB a thread, at no fixed time.
 */
const FLAT = 1.1;

const files = [...(await wildFiles(readFileSync(PHOTO))).values()];
const random = randomSource(Number(values.seed));
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
    console.log(`${done} requests, ${megabytes} MB, undocumented: ${undocumented}`, JSON.stringify(counts));
  }
});

const half = Math.ceil(looks.length / 2);
const grown = Math.max(0, ...looks.slice(half)) > FLAT * Math.max(0, ...looks.slice(0, half));
const memory = grown ? 'memory grew' : 'memory flat';
console.log(`${requests} requests: ${JSON.stringify(counts)}; undocumented: ${undocumented}; ${memory}`);
if (undocumented > 0 || counts.INNER_ERROR || grown) process.exitCode = 1;
