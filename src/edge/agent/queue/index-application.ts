import type { ReadField } from '#src/contract/index.ts';
import { toAsciiDigits } from '#src/contract/plain.ts';
import type { ApplicationRecord } from '../../applications/record.ts';
import type { Vault } from '../../crypto/vault.ts';
import type { Enqueued } from '../../stores/enqueue.ts';
import type { MatchKind } from '../../stores/schema-console.ts';

/** A card's number without what people write between its digits, whatever keyboard these are of. */
export const plainNumber = (number: string): string =>
  toAsciiDigits(number)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');

/** A name without case, accents of encoding, or doubled spaces. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.,'’-]+/g, ' ')
    .trim();

/** The keyed hash of what is looked for, one for each kind. They say nothing to whoever lacks the key. */
export const matchHash = {
  number: (vault: Vault, country: string, number: string) =>
    vault.mac('match', `number:${country}:${plainNumber(number)}`),
  name: (vault: Vault, name: string) => vault.mac('match', `name:${plainName(name)}`),
  person: (vault: Vault, name: string, birthDate: string) =>
    vault.mac('match', `person:${plainName(name)}:${birthDate}`),
  image: (vault: Vault, imageHash: string) => vault.mac('match', `image:${imageHash}`),
};

/** All hashes of one application. */
export async function matchesOf(
  vault: Vault,
  country: string,
  values: { readonly number?: string; readonly name?: string; readonly birthDate?: string },
  imageHash: string | null,
): Promise<Partial<Record<MatchKind, string>>> {
  const { number = '', name = '', birthDate = '' } = values;
  return {
    ...(plainNumber(number) !== '' && { number: await matchHash.number(vault, country, number) }),
    ...(plainName(name) !== '' && { name: await matchHash.name(vault, name) }),
    ...(plainName(name) !== '' &&
      birthDate !== '' && { person: await matchHash.person(vault, name, birthDate) }),
    ...(imageHash !== null && { image: await matchHash.image(vault, imageHash) }),
  };
}

/** Fields that the reader was unsure of or that were changed against it, and confirmed warnings. */
function doubtsOf(
  { fields, confirmedWarnings }: Pick<ApplicationRecord, 'fields' | 'confirmedWarnings'>,
  read: Readonly<Record<string, ReadField>> | null,
): number {
  const doubtful = Object.entries(fields).filter(
    ([name, { source }]) => source === 'edited' || (source === 'ocr' && (read?.[name]?.doubtful ?? false)),
  );
  return doubtful.length + confirmedWarnings.length;
}

/** What the queue is to know of a submission, besides its mark in the audit. */
export async function indexApplication(
  vault: Vault,
  country: string,
  record: Pick<ApplicationRecord, 'fields' | 'confirmedWarnings'>,
  reading: { readonly fields: Readonly<Record<string, ReadField>>; readonly imageHash: string } | null,
): Promise<Omit<Enqueued, 'mark'>> {
  const value = (name: string) => record.fields[name]?.value ?? '';
  const values = { number: value('number'), name: value('name'), birthDate: value('birthDate') };
  return {
    doubts: doubtsOf(record, reading?.fields ?? null),
    hasImage: reading !== null,
    matches: await matchesOf(vault, country, values, reading?.imageHash ?? null),
    fields: Object.entries(record.fields)
      .filter(([, { ocr }]) => ocr !== null && ocr.value !== '')
      .map(([name, { source }]) => ({ name, edited: source === 'edited' })),
  };
}
