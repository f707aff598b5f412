/**
 * `node bench/ocr/fuzz.ts [--requests 20000] [--seed 7]`
 * Sends mutated files of every kind through the OCR API, and checks that each ends in a documented status and
 * that memory stays flat.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { OCR_STATUSES } from '#src/contract/index.ts';
import { createEngine, createOcrApi } from '#src/engine/index.ts';
import { mutate, randomSource, wildFiles } from '#src/engine/testing/wild-files.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
});
const requests = Number(values.requests);
const PHOTO = new URL('../../tools/cards/fixtures/my-wood-1mp.jpg', import.meta.url);

const engine = await createEngine();
await engine.warm;
const api = createOcrApi({ engine, authorise: () => true });
const files = [...(await wildFiles(readFileSync(PHOTO))).values()];
const random = randomSource(Number(values.seed));
const counts: Record<string, number> = {};
let undocumented = 0;

async function send(i: number): Promise<void> {
  const file = mutate(files[i % files.length]!, random);
  const body = new URLSearchParams({ img: Buffer.from(file).toString('base64') }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const path = `/v1/${i % 2 ? 'my' : 'pk'}_ocr/general`;
  const response = await api.request(path, { method: 'POST', body, headers });
  const { status } = (await response.json()) as { status: string };
  counts[status] = (counts[status] ?? 0) + 1;
  if (response.status !== 200 || !(OCR_STATUSES as readonly string[]).includes(status)) undocumented += 1;
}

const resident = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);
for (let i = 0; i < requests; i += 2) {
  await Promise.all([send(i), send(i + 1)]);
  if (i % 1000 === 0) console.log(`${i} requests, ${resident()} MB`, JSON.stringify(counts));
}
await engine.close();
console.log(
  `${requests} requests: ${JSON.stringify(counts)}; undocumented: ${undocumented}; ${resident()} MB`,
);
if (undocumented > 0 || counts.INNER_ERROR) process.exitCode = 1;
