import type { OcrDetails, ReadField } from '#src/contract/index.ts';
import { NO_DATE } from '../toolkit/checks.ts';
import { wireDateToIso } from '../toolkit/dates.ts';
import { groupNumber } from '../toolkit/number.ts';
import { detailOf, readField } from '../toolkit/read.ts';
import type { WireMessage } from '../types.ts';
import { GROUPS } from './layout.ts';

/** Senior citizens' cards say "Lifetime" where others have an expiry date. */
const expiry = (text: string): string => (text === 'Lifetime' ? NO_DATE : wireDateToIso(text));

/**
 * The wire's message in the form's names. `fatherName` carries whichever name the card prints; whose it is
 * (`relativeKind`: father or husband) is said by an upstream with details or asked of the person.
 */
export function prefill(
  message: WireMessage,
  details: OcrDetails | null,
): Readonly<Record<string, ReadField>> {
  const read = (wire: string, convert?: (text: string) => string): ReadField =>
    readField(message[wire] ?? '', detailOf(details, wire), convert);
  const kind = detailOf(details, 'relativeKind');
  return {
    number: read('idNumber', (text) => groupNumber(text, GROUPS)),
    name: read('name'),
    relativeName: read('fatherName'),
    relativeKind: readField(kind?.value ?? '', kind),
    gender: read('gender'),
    stayCountry: read('country'),
    birthDate: read('birthDay', wireDateToIso),
    issueDate: read('issueDay', wireDateToIso),
    expiryDate: read('expiryDay', expiry),
  };
}
