import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quad } from '#src/contract/index.ts';
import type { MyMessage } from '#src/countries/my/wire.ts';
import type { PkMessage } from '#src/countries/pk/wire.ts';
import type { Distortions, Level } from './camera/conditions.ts';
import { type Photo, photograph } from './camera/photograph.ts';
import { drawMyKad } from './draw/mykad.ts';
import type { Drawn } from './draw/parts.ts';
import { drawSnic } from './draw/snic.ts';
import { type CountryCode, drawNegative, negativeLevel } from './negatives/index.ts';
import { malaysianPerson } from './people/my-person.ts';
import { pakistaniPerson } from './people/pk-person.ts';
import { type Random, randomFrom } from './random.ts';
import { FAMILY_NAMES, type Family } from './type/faces.ts';
import { rendererVersion } from './version.ts';

/** What to make: a card of a country at a level of difficulty, or something that must be refused. */
export type SampleKind =
  | { readonly country: CountryCode; readonly level: Level }
  | { readonly negative: true };

/** One photo with what a perfect reader would answer. */
export interface Sample {
  readonly id: string;
  /** The endpoint to ask. */
  readonly country: CountryCode;
  /** JPEG; up to 200 KB, some up to 2 MB. */
  readonly image: Buffer;
  /** The OK message, or null where the answer is FAIL. */
  readonly truth: MyMessage | PkMessage | null;
  /** `mykad`, `mypr`, `mykas`, `snic`, `nicop`, or what a negative shows. */
  readonly kind: string;
  readonly level: Level;
  /** Each distortion's strength, 0 (none) to 3. */
  readonly distortions: Distortions;
  /** The family that carries the card's text. */
  readonly family: Family;
  readonly background: string;
  /** What else is particular: label and portrait variants, lines of the name, place of the overprint. */
  readonly variants: readonly string[];
  /** The card's corners in px of the upright picture, clockwise from its top left; null for a negative. */
  readonly quad: Quad | null;
}

export interface SampleOptions {
  /** Folder that keeps what was drawn, by renderer version, kind and seed; null draws anew. */
  readonly cacheDir?: string | null;
}

export const DEFAULT_CACHE_DIR = new URL('../../.cache/report-cards/', import.meta.url).pathname;

const idOf = (seed: number, kind: SampleKind): string =>
  'negative' in kind ? `negative-${seed}` : `${kind.country}-${kind.level}-${seed}`;

type Made = Pick<Sample, 'country' | 'truth' | 'kind' | 'level'> & { readonly drawn: Drawn };

function draw(random: Random, family: Family, kind: SampleKind): Made {
  if ('negative' in kind) {
    const { name, drawn, country } = drawNegative(random, family);
    return { country, truth: null, kind: name, level: negativeLevel(random.fork('level')), drawn };
  }
  const { country, level } = kind;
  if (country === 'my') {
    const person = malaysianPerson(random.fork('person'));
    const drawn = drawMyKad(random.fork('card'), person, family);
    return { country, level, truth: person.truth, kind: person.kind, drawn };
  }
  const person = pakistaniPerson(random.fork('person'));
  const drawn = drawSnic(random.fork('card'), person, family);
  return { country, level, truth: person.truth, kind: person.kind, drawn };
}

function assemble(id: string, family: Family, made: Made, photo: Photo): Sample {
  const { country, truth, kind, level, drawn } = made;
  const { image, distortions, background, quad, orientation } = photo;
  const variants = orientation === 1 ? drawn.variants : [...drawn.variants, `exif-${orientation}`];
  return {
    id,
    country,
    image,
    truth,
    kind,
    level,
    distortions,
    family,
    background,
    variants,
    quad: truth && quad,
  };
}

/**
 * Draws and photographs one sample. The same seed and kind give the same bytes on every run of the same
 * versions of renderer, fonts and sharp.
 */
export async function makeSample(
  seed: number,
  kind: SampleKind,
  options: SampleOptions = {},
): Promise<Sample> {
  const id = idOf(seed, kind);
  const dir = options.cacheDir ? join(options.cacheDir, rendererVersion()) : null;
  const kept = dir && readKept(dir, id);
  if (kept) return kept;
  const random = randomFrom(`report/${id}`);
  const family = random.pick(FAMILY_NAMES);
  const made = draw(random, family, kind);
  const sample = assemble(id, family, made, await photograph(random.fork('photo'), made.drawn, made.level));
  if (dir) keep(dir, sample);
  return sample;
}

function readKept(dir: string, id: string): Sample | null {
  try {
    const facts = JSON.parse(readFileSync(join(dir, `${id}.json`), 'utf8')) as Omit<Sample, 'image'>;
    return { ...facts, image: readFileSync(join(dir, `${id}.jpg`)) };
  } catch {
    // Not drawn yet, or only half of it written: draw it.
    return null;
  }
}

/** Writes image first and facts last, each by a rename, so that a reader never sees half a sample. */
function keep(dir: string, { image, ...facts }: Sample): void {
  mkdirSync(dir, { recursive: true });
  const put = (name: string, data: Buffer | string): void => {
    const part = join(dir, `.${name}.${process.pid}-${Math.random().toString(36).slice(2)}`);
    writeFileSync(part, data);
    renameSync(part, join(dir, name));
  };
  put(`${facts.id}.jpg`, image);
  put(`${facts.id}.json`, JSON.stringify(facts));
}
