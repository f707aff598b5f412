/**
 * `node bench/ocr/tune.ts [--photos 0-119,5000-5119] [--level good] [--country my] [--negatives] [--show] [--calibrate]`
 * Reads photos of the tuning set in this process and prints what came out wrong. For work on the engine; the
 * figures that are reported come from `bench/ocr/index.ts` and another renderer's cards.
 */
import { parseArgs } from 'node:util';
import { READERS } from '#src/countries/readers.gen.ts';
import { decodeImage } from '#src/engine/decode/image.ts';
import { createRunner, inTurn } from '#src/engine/pipeline/networks.ts';
import { createPipeline } from '#src/engine/pipeline/read-card.ts';
import { loadModels } from '#src/engine/sessions.ts';
import { calibrate, surenessOf } from '#src/engine/sureness.ts';
import { judge, quadIoU } from '#src/imaging/index.ts';
import { type Judged, printCalibration, printDoubt } from './calibrate.ts';
import type { Sample } from './sample.ts';
import { tokenised } from './score.ts';
import { tuningNegative, tuningSample } from './tuning-set.ts';

const TODAY = '2026-11-22';

const { values: options } = parseArgs({
  options: {
    photos: { type: 'string', default: '0-119' },
    level: { type: 'string' },
    country: { type: 'string' },
    negatives: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    calibrate: { type: 'boolean', default: false },
  },
});

const pipeline = createPipeline(inTurn(createRunner(await loadModels(null))));
const tally = new Map<string, { right: number; all: number }>();
const times: number[] = [];
const judged: Judged[] = [];
const count = (key: string, right: boolean) => {
  const entry = tally.get(key) ?? { right: 0, all: 0 };
  tally.set(key, { right: entry.right + (right ? 1 : 0), all: entry.all + 1 });
};

for (const i of options.photos.split(',').flatMap(indices)) {
  const sample = options.negatives ? await tuningNegative(i) : await tuningSample(i);
  if (options.level && sample.level !== options.level) continue;
  if (options.country && sample.country !== options.country) continue;
  await evaluate(sample);
}

/** "5000-5119", both ends included. */
function indices(range: string): number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

async function evaluate(sample: Sample): Promise<void> {
  const reader = await READERS[sample.country]!();
  const image = await decodeImage(sample.bytes);
  const began = performance.now();
  const result = await pipeline.read(image.pixels, reader, TODAY);
  times.push(performance.now() - began);
  const got = result?.reading.message ?? null;
  if (sample.message === null) {
    count('refused', got === null);
    count('not a card', result === null || result.reading.kind === null);
    if (got) console.log(sample.id, sample.kind, 'ACCEPTED', JSON.stringify(got));
    return;
  }
  const wrong: string[] = [];
  const sharpness = result ? judge(image.pixels, result.quad).sharpness : 0;
  const sure = got && result ? await surenessOf(result, reader, TODAY, sharpness) : {};
  for (const [field, want] of Object.entries(sample.message)) {
    const right = got?.[field] === want;
    count(`${sample.country} ${field}`, right);
    count(sample.level, right);
    count(`${sample.country} ${sample.level}`, right);
    if (field === 'Address') count('my Address, tokens', tokenised(got?.[field] ?? '') === tokenised(want));
    if (!right) wrong.push(`${field}: ${result?.reading.fields[field]?.value} | ${want}`);
    const evidence = sure[field] ?? 0;
    const confidence = calibrate(reader.calibration[field], evidence);
    judged.push({ field, level: sample.level, right, evidence, confidence, sent: got !== null });
  }
  count('read', got !== null);
  const number = Object.keys(sample.message)[0]!;
  if (got && got[number] !== sample.message[number]) count('wrong number', true);
  if (wrong.length > 0) {
    const iou = result && sample.quad ? quadIoU(result.quad, sample.quad) : 0;
    const state = got ? '' : `FAIL (${result?.reading.kind})`;
    console.log(`${sample.id} iou ${iou.toFixed(2)} ${state}`);
    if (got || options.show) for (const line of wrong) console.log('    ', line);
    if (options.show) {
      for (const { box, best, looks } of result?.lines ?? []) {
        const at = [box.left, box.top, box.right, box.bottom].map((v) => v.toFixed(3)).join(' ');
        console.log('       ', at, looks, best.confidence.toFixed(3), best.text);
      }
    }
  }
}

for (const [key, { right, all }] of [...tally].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`${key.padEnd(20)} ${right}/${all}  ${((100 * right) / all).toFixed(2)} %`);
}
times.sort((a, b) => a - b);
const at = (q: number) => Math.round(times[Math.floor((times.length - 1) * q)] ?? 0);
console.log(`ms: p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)}`);
if (!options.negatives) printDoubt(judged);
if (options.calibrate) printCalibration(judged);
