import type { OcrDetails, ReadField } from '#src/contract/index.ts';
import { wireDateToIso } from '../toolkit/dates.ts';
import { groupNumber } from '../toolkit/number.ts';
import { detailOf, readField } from '../toolkit/read.ts';
import type { WireMessage } from '../types.ts';
import { type Address, parseAddress } from './address.ts';
import { GROUPS } from './number.ts';

const GENDERS: Readonly<Record<string, string>> = { LELAKI: 'M', PEREMPUAN: 'F' };

const gender = (text: string): string => (Object.hasOwn(GENDERS, text) ? (GENDERS[text] ?? text) : text);

/**
 * The wire's message in the form's names. Spelling changes only where nothing is lost by it; what does not
 * have the expected shape is handed on as it was read.
 */
export function prefill(
  message: WireMessage,
  details: OcrDetails | null,
): Readonly<Record<string, ReadField>> {
  const read = (wire: string, convert?: (text: string) => string): ReadField =>
    readField(message[wire] ?? '', detailOf(details, wire), convert);
  const part = (name: keyof Address) => read('Address', (text) => parseAddress(text)[name]);
  // Printed on the card, but no field of the wire: it comes with the details or not at all.
  const citizenship = detailOf(details, 'citizenship');
  return {
    number: read('CardNumber', (text) => groupNumber(text, GROUPS)),
    name: read('Name'),
    birthDate: read('DateOfBirth', wireDateToIso),
    gender: read('Gender', gender),
    citizenship: readField(citizenship?.value ?? '', citizenship),
    addressLines: part('lines'),
    postcode: part('postcode'),
    town: part('town'),
    state: part('state'),
  };
}
