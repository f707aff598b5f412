import { COUNTRIES } from '#src/countries/registry.gen.ts';
import type { Country } from '#src/countries/types.ts';

/** The parts that are loaded when the way leads there. */
export const captureSlot = () => import('#src/features/capture/index.tsx');
export const formSlot = () => import('./form-slot.tsx').then(({ FormSlot }) => ({ default: FormSlot }));
export const readingSlot = () => import('../steps/reading.tsx').then(({ Reading }) => ({ default: Reading }));
export const receiptSlot = () => import('../steps/receipt.tsx').then(({ Receipt }) => ({ default: Receipt }));

const countries = new Map<string, Promise<Country>>();

/** A country's folder; the same promise for every caller, so that React can wait for it. */
export function loadCountry(code: string): Promise<Country> {
  const known = countries.get(code);
  if (known) return known;
  const entry = COUNTRIES.find((candidate) => candidate.code === code);
  const promise = entry ? entry.load() : Promise.reject(new Error('a country that is not there'));
  // A failed download may be tried again.
  promise.catch(() => countries.delete(code));
  countries.set(code, promise);
  return promise;
}

/** Fetches what the rest of the way needs while the notice is being read. */
export function prefetch(country: string): void {
  // The step itself asks again, and speaks up if it fails then.
  for (const load of [captureSlot, readingSlot, formSlot, receiptSlot, () => loadCountry(country)])
    load().catch(() => undefined);
}
