/**
 * `npm run bench:ocr [-- --quick] [-- --only reading,serving,soak,peers] [-- --samples N] [-- --from N] [-- --peers N]
 * [-- --requests N] [-- --soak N] [-- --json] [-- --write]`
 * Reads the report set (drawn by the second renderer) through the engine and its HTTP API, runs the peers on
 * some of the same photos and prints the table. With `--write`, or in a full run, each part that was measured is
 * kept, and docs/bench/ written from the latest of all parts.
 */
import { parseArgs } from 'node:util';
import { createEngine } from '#src/engine/index.ts';
import { readAll } from './accuracy.ts';
import { comparePeers } from './compare.ts';
import { figures } from './figures.ts';
import { writeDocs } from './report.ts';
import { reportSamples } from './report-set.ts';
import type { Sample } from './sample.ts';
import { measureServing, measureSoak } from './serve.ts';
import { type Run, table } from './table.ts';

/** Three cards to one negative: 3,000 and 1,000. */
const FULL = { samples: 4000, peers: 300, requests: 300, soak: 10_000 };
const QUICK = { samples: 48, peers: 6, requests: 16, soak: 40 };
/** Cards that the server is asked with. */
const SERVED = 150;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: 'reading,serving,soak,peers' },
    json: { type: 'boolean', default: false },
    samples: { type: 'string' },
    from: { type: 'string', default: '0' },
    peers: { type: 'string' },
    requests: { type: 'string' },
    soak: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const usual = options.quick ? QUICK : FULL;
const total = Number(options.samples ?? usual.samples);
const only = new Set(options.only.split(','));
const command = `npm run bench:ocr${process.argv.length > 2 ? ` -- ${process.argv.slice(2).join(' ')}` : ''}`;

/** The first cards of the set; negatives are for reading alone. */
async function cards(count: number): Promise<Sample[]> {
  const found: Sample[] = [];
  for await (const sample of reportSamples(Math.ceil((count * 4) / 3), Number(options.from))) {
    if (sample.message) found.push(sample);
  }
  return found.slice(0, count);
}

async function readSet() {
  const engine = await createEngine();
  await engine.warm;
  const samples = reportSamples(total, Number(options.from));
  const outcomes = await readAll(engine, samples, engine.stats().threads, (done) => {
    if (done % 100 === 0 && !options.json) console.log(`${done} of ${total}`);
  });
  await engine.close();
  const real = outcomes.cards.filter((card) => card.isCard).length;
  return { cards: real, negatives: outcomes.cards.length - real, figures: figures(outcomes) };
}

const served = () => cards(Math.min(SERVED, Math.ceil((total * 3) / 4)));
const soak = async () => measureSoak(await served(), Number(options.soak ?? usual.soak));
const run: Run = {
  ...(only.has('reading') && { reading: { ...(await readSet()), command } }),
  ...(only.has('serving') && {
    serving: {
      ...(await measureServing(await served(), Number(options.requests ?? usual.requests))),
      command,
    },
  }),
  ...(only.has('soak') && { soak: { ...(await soak()), command } }),
  ...(only.has('peers') && {
    peers: { ...(await comparePeers(await cards(Number(options.peers ?? usual.peers)))), command },
  }),
};

if (options.json) console.log(JSON.stringify(run));
else console.log(table(run));
if (options.write || command === 'npm run bench:ocr') writeDocs(run);
