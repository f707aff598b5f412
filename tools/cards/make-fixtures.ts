/** Writes tools/cards/fixtures and the demo's specimens: `node tools/cards/make-fixtures.ts [name …]`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { makeFixture } from './fixture-files.ts';
import { FIXTURES } from './fixture-list.ts';
import { drawCard, photograph } from './index.ts';

const only = process.argv.slice(2);
const folder = new URL('./fixtures/', import.meta.url);
const specimens = new URL('../../public/specimens/', import.meta.url);
mkdirSync(folder, { recursive: true });
mkdirSync(specimens, { recursive: true });

const entries = [];
for (const fixture of FIXTURES) {
  if (only.length > 0 && !only.includes(fixture.name)) continue;
  const { bytes, truth, entry } = await makeFixture(fixture);
  writeFileSync(new URL(entry.file, folder), bytes);
  writeFileSync(new URL(`${fixture.name}.json`, folder), `${JSON.stringify(truth, null, 2)}\n`);
  entries.push(entry);
  process.stdout.write(`${entry.file} ${(bytes.length / 1024).toFixed(0)} KB\n`);
}
if (only.length === 0) writeFileSync(new URL('index.json', folder), `${JSON.stringify(entries, null, 2)}\n`);

/** The app's "Try it with a specimen": a good photo on a desk, light enough to ship. */
for (const [country, seed] of [
  ['my', 6101],
  ['pk', 6110],
] as const) {
  const { jpeg } = await photograph(drawCard(seed, { country, clear: true }), seed, {
    level: 'good',
    width: 1600,
    height: 1200,
    cardWidth: 1240,
    background: 'wood',
    rotation: country === 'my' ? -3 : 4,
    tilt: 6,
    offsetX: 0.5,
    offsetY: 0.5,
    glare: 0,
    shadow: 0.12,
    shadowEdge: 240,
    exposure: 1.02,
    motion: 0,
    defocus: 0.5,
    noise: 1,
    quality: 78,
  });
  writeFileSync(new URL(`${country}.jpg`, specimens), jpeg);
  process.stdout.write(`specimens/${country}.jpg ${(jpeg.length / 1024).toFixed(0)} KB\n`);
}

// The repository's formatter has its own way with short arrays.
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', fileURLToPath(folder)]);
