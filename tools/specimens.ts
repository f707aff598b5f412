/**
 * Draws the sandbox's specimens and writes what each forces: `node tools/specimens.ts`. Photos to
 * public/sandbox/specimens, their hashes and the fictional answers to src/edge/sandbox/specimens.gen.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { SPECIMEN_OUTCOMES, type SpecimenOutcome } from '#src/contract/partner/index.ts';
import { type Card, drawCard, photograph } from './cards/index.ts';

const FOLDER = new URL('../public/sandbox/specimens/', import.meta.url);
const GENERATED = new URL('../src/edge/sandbox/specimens.gen.ts', import.meta.url);
const FIRST_SEED = 7100;
/** Cards that ran out before this day are past for good. */
const PAST = '20250101';

/** Large enough for the capture step to take it, small enough to check in thirteen of them. */
const SHOT = {
  level: 'good',
  width: 1200,
  height: 840,
  cardWidth: 1000,
  background: 'wood',
  rotation: 1,
  tilt: 3,
  offsetX: 0.5,
  offsetY: 0.5,
  glare: 0,
  shadow: 0.05,
  shadowEdge: 240,
  exposure: 1,
  motion: 0,
  defocus: 0.3,
  noise: 0,
  quality: 58,
} as const;

interface Specimen {
  readonly name: string;
  readonly country: 'my' | 'pk';
  readonly outcome: SpecimenOutcome;
}

const PLAN: readonly Specimen[] = [
  { name: 'pk-ok', country: 'pk', outcome: 'ok' },
  ...SPECIMEN_OUTCOMES.map((outcome): Specimen => {
    const country = outcome === 'expired' ? 'pk' : 'my';
    return { name: `${country}-${outcome.replaceAll('_', '-')}`, country, outcome };
  }),
];

function cardFor({ country, outcome }: Specimen, seed: number): Card {
  for (let at = seed; ; at += 100) {
    const card = drawCard(at, { country, clear: true });
    const expiry = card.message?.expiryDay ?? '99991231';
    // "Lifetime" is a word, and sorts after every date.
    if (country === 'my' || expiry < PAST === (outcome === 'expired')) return card;
  }
}

mkdirSync(FOLDER, { recursive: true });
const entries = [];
for (const [i, specimen] of PLAN.entries()) {
  const card = cardFor(specimen, FIRST_SEED + i);
  const { jpeg } = await photograph(card, FIRST_SEED + i, SHOT);
  writeFileSync(new URL(`${specimen.name}.jpg`, FOLDER), jpeg);
  entries.push({
    ...specimen,
    path: `/sandbox/specimens/${specimen.name}.jpg`,
    sha256: createHash('sha256').update(jpeg).digest('hex'),
    message: card.message,
  });
  process.stdout.write(`${specimen.name}.jpg ${(jpeg.length / 1024).toFixed(0)} KB\n`);
}

writeFileSync(
  GENERATED,
  `// Written by tools/specimens.ts; not edited by hand. The people are fictional.
import type { Specimens } from '#src/contract/partner/index.ts';
import type { WireMessage } from '#src/countries/types.ts';

export interface Specimen extends Readonly<Specimens['specimens'][number]> {
  /** What is printed on it, as the OCR API would say it. */
  readonly message: WireMessage;
}

export const SPECIMENS: readonly Specimen[] = ${JSON.stringify(entries, null, 2)};
`,
);
