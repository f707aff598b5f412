import type { ApplicationSubmission, Draft } from '#src/contract/index.ts';

/**
 * The header of a JPEG of that size, and noise after it: what the edge looks at of an image.
 * @param seed other seeds give other bytes.
 */
export function photo(
  seed = 1,
  { width = 1200, height = 800, bytes = 20_000 } = {},
): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes);
  const high = (n: number) => n >> 8;
  out.set([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  out.set([0xff, 0xc0, 0, 17, 8, high(height), height & 255, high(width), width & 255, 3], 20);
  let state = seed;
  for (let i = 40; i < bytes; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    out[i] = state >>> 24;
  }
  return out;
}

/** What the documented Malaysian example makes of the form, with what the card does not say typed in. */
export const MY_VALUES = {
  number: '460619-12-5087',
  name: 'ABD RAUF BIN HAMSAH',
  birthDate: '1946-06-19',
  gender: 'M',
  citizenship: 'WARGANEGARA',
  addressLines: 'KAMPUNG MASJID PO BOX 42',
  postcode: '89007',
  town: 'KENINGAU',
  state: 'SABAH',
  contact: 'rauf@example.org',
};

/** What whoever has its link alone is asked for. */
export const CARD_END = '5087';

/** A draft of it, as the form leaves it. */
export const DRAFT: Draft = {
  country: 'my',
  step: 'form',
  readingId: null,
  values: MY_VALUES,
  confirmedWarnings: [],
  consent: null,
};

/** Some time after which tests begin, ms. */
export const NOON = Date.parse('2026-11-22T12:00:00Z');

export function submission(
  readingId: string | null,
  over: Partial<ApplicationSubmission> = {},
): ApplicationSubmission {
  return {
    country: 'my',
    readingId,
    values: MY_VALUES,
    confirmedWarnings: [],
    consent: { version: '2026-11', locale: 'en', acceptedAt: '2026-11-22T11:59:00.000Z' },
    locale: 'en',
    ...over,
  };
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Headers of a submission. */
export const idempotent = (key = 'first-tap-1') => ({ 'idempotency-key': key });
