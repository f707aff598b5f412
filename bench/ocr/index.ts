/**
 * `npm run bench:ocr [-- --quick] [-- --json] [-- --samples N] [-- --from N] [-- --peers N] [-- --soak N] [-- --write]`
 * Reads the report set (drawn by the second renderer) through the engine and its HTTP API, runs the peers on
 * some of the same photos, prints the table, and with a full run writes it and its charts to docs/bench/.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngine } from '#src/engine/index.ts';
import { type Outcomes, readAll } from './accuracy.ts';
import { barChart, reliabilityDiagram } from './charts.ts';
import { figures } from './figures.ts';
import { type PeerFigures, peerFigures } from './peer-fields.ts';
import { gutenye, runPeer, tesseract } from './peers.ts';
import { reportSamples } from './report-set.ts';
import type { Sample } from './sample.ts';
import { quantile, wilson } from './score.ts';
import { measureServing } from './serve.ts';
import { type Run, table } from './table.ts';

/** Three cards to one negative: 3,000 and 1,000. */
const FULL = 4000;
const QUICK = 48;
const PEER_PHOTOS = 300;
const QUICK_PEER_PHOTOS = 6;
/** Readings after which the full run looks at memory for the last time. */
const SOAK = 10_000;
const DOCS = new URL('../../docs/bench/', import.meta.url);

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    samples: { type: 'string' },
    from: { type: 'string', default: '0' },
    peers: { type: 'string' },
    soak: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const total = Number(options.samples ?? (options.quick ? QUICK : FULL));
const peerPhotos = Number(options.peers ?? (options.quick ? QUICK_PEER_PHOTOS : PEER_PHOTOS));
const log = (line: string): void => {
  if (!options.json) console.log(line);
};

const kept: Sample[] = [];
async function* samples(): AsyncGenerator<Sample> {
  for await (const sample of reportSamples(total, Number(options.from))) {
    if (sample.message && kept.length < Math.max(peerPhotos, 100)) kept.push(sample);
    yield sample;
  }
}

const engine = await createEngine();
await engine.warm;
const outcomes = await readAll(engine, samples(), engine.stats().threads, (done) => {
  if (done % 50 === 0) log(`${done} of ${total}`);
});
await engine.close();
const requests = options.quick ? 16 : Math.min(300, Math.ceil(total / 8));
const served = await measureServing(kept, requests, Number(options.soak ?? (total >= FULL ? SOAK : 0)));

const run: Run = {
  command: `npm run bench:ocr${process.argv.length > 2 ? ` -- ${process.argv.slice(2).join(' ')}` : ''}`,
  cards: outcomes.cards.filter((card) => card.isCard).length,
  negatives: outcomes.cards.filter((card) => !card.isCard).length,
  figures: figures(outcomes),
  served,
  kenalOnPeerPhotos: ownOn(kept.slice(0, peerPhotos), outcomes),
  peers: await runPeers(kept.slice(0, peerPhotos)),
};

log(table(run));
if (options.write || (!options.quick && total >= FULL)) writeDocs(run);
if (options.json) console.log(JSON.stringify(run));

async function runPeers(photos: readonly Sample[]): Promise<PeerFigures[]> {
  if (photos.length === 0) return [];
  const found: PeerFigures[] = [];
  for (const open of [gutenye, tesseract]) {
    const peer = await open();
    found.push(await peerFigures(peer.name, await runPeer(peer, photos)));
  }
  return found;
}

function ownOn(photos: readonly Sample[], { fields, cards }: Outcomes): Run['kenalOnPeerPhotos'] {
  if (photos.length === 0) return null;
  const ids = new Set(photos.map(({ id }) => id));
  const own = fields.filter(({ id }) => ids.has(id));
  const times = cards.filter(({ id }) => ids.has(id)).map(({ milliseconds }) => milliseconds);
  const right = own.filter(({ got, want }) => got === want).length;
  return {
    exact: wilson(right, own.length),
    p50: quantile(
      times.sort((a, b) => a - b),
      0.5,
    ),
  };
}

function writeDocs(done: Run): void {
  mkdirSync(DOCS, { recursive: true });
  const fields = Object.entries(done.figures.byField).map(([label, by]) => ({ label, value: by.all!.exact }));
  const levels = Object.entries(done.figures.byLevel).map(([label, { exact }]) => ({ label, value: exact }));
  writeFileSync(new URL('ocr.md', DOCS), table(done));
  writeFileSync(new URL('ocr-fields.svg', DOCS), barChart('Fields read exactly, by field', fields, 0.8));
  writeFileSync(
    new URL('ocr-levels.svg', DOCS),
    barChart('Fields read exactly, by level of photo', levels, 0.8),
  );
  const { bins, ece } = done.figures;
  writeFileSync(
    new URL('ocr-reliability.svg', DOCS),
    reliabilityDiagram('How sure against how often right', bins, ece),
  );
  if (!done.kenalOnPeerPhotos) return;
  const { exact, p50 } = done.kenalOnPeerPhotos;
  const readers = [
    { label: 'Kenal', value: exact, note: `${Math.round(p50)} ms` },
    ...done.peers.map((peer) => ({
      label: peer.name,
      value: peer.inRawText,
      note: `${Math.round(peer.p50)} ms`,
    })),
  ];
  writeFileSync(new URL('ocr-peers.svg', DOCS), barChart('Fields found, the same photos', readers));
}
