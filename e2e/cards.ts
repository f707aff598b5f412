import { readFileSync } from 'node:fs';
import { root } from '#tools/run.ts';

const FOLDER = `${root}/tools/cards/fixtures`;

export interface CardFixture {
  readonly file: string;
  readonly country: 'my' | 'pk' | null;
  readonly kind: string;
  readonly status: 'OK' | 'FAIL';
  readonly message: Readonly<Record<string, string>> | string;
}

/** Every checked-in photo with what an OCR API must say of it. */
export const CARDS: readonly CardFixture[] = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));

export const pathOf = (card: CardFixture): string => `${FOLDER}/${card.file}`;

/** The photo of this file name. */
export function card(file: string): CardFixture {
  const found = CARDS.find((fixture) => fixture.file === file);
  if (!found) throw new Error(`no fixture ${file}`);
  return found;
}
