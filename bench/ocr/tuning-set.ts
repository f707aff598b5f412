import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { drawCard, negative, photograph } from '#tools/cards/index.ts';
import type { Sample } from './sample.ts';

const CACHE = new URL('../../.cache/ocr-tuning/', import.meta.url).pathname;
const LEVELS = ['scan', 'good', 'hard'] as const;
type Level = (typeof LEVELS)[number];
const WIDE_FROM = 1000;
const OWN_SPACES_FROM = 5000;

/**
 * Photo `index` of the tuning set (first renderer), kept in .cache once it was drawn: from WIDE_FROM on in all
 * the type, sizes, places and ways of writing that cards come in, before it as the renderer's specimens look; from
 * OWN_SPACES_FROM on with spaces in addresses as clerks leave them out and put them in.
 */
export async function tuningSample(index: number, level: Level = LEVELS[index % 3]!): Promise<Sample> {
  const country = index % 2 === 0 ? 'my' : 'pk';
  return cached(`${country}-${level}-${index}`, async () => {
    const card = drawCard(index + 10_000, {
      country,
      wide: index >= WIDE_FROM,
      ownSpaces: index >= OWN_SPACES_FROM,
    });
    const photo = await photograph(card, `tuning ${index}`, { level });
    return {
      country,
      kind: card.kind,
      level,
      message: card.message,
      quad: photo.truth.quad,
      jpeg: photo.jpeg,
    };
  });
}

/** Something that no reader may accept, sent to the countries' endpoints in turn. */
export async function tuningNegative(index: number): Promise<Sample> {
  const country = index % 2 === 0 ? 'my' : 'pk';
  return cached(`not-${country}-${index}`, async () => {
    const level = LEVELS[index % 3]!;
    // Every fifth is the other country's card.
    const card =
      index % 5 === 0
        ? drawCard(index + 20_000, { country: country === 'my' ? 'pk' : 'my' })
        : negative(index + 500);
    const photo = await photograph(card, `negative ${index}`, { level });
    return { country, kind: card.kind, level, message: null, quad: photo.truth.quad, jpeg: photo.jpeg };
  });
}

type Drawn = Omit<Sample, 'id' | 'bytes'> & { jpeg: Uint8Array };

async function cached(id: string, draw: () => Promise<Drawn>): Promise<Sample> {
  mkdirSync(CACHE, { recursive: true });
  const [image, truth] = [`${CACHE}${id}.jpg`, `${CACHE}${id}.json`];
  if (existsSync(truth)) {
    return {
      ...(JSON.parse(readFileSync(truth, 'utf8')) as Omit<Sample, 'bytes'>),
      bytes: readFileSync(image),
    };
  }
  const { jpeg, ...rest } = await draw();
  writeFileSync(image, jpeg);
  writeFileSync(truth, JSON.stringify({ id, ...rest }));
  return { id, ...rest, bytes: jpeg };
}
