import type { Locale } from '#src/contract/index.ts';
import { loadDefined } from '#src/lib/i18n/index.ts';
import { named } from '#src/lib/named.ts';
import { loadCountry } from './countries.ts';
import { createSlot } from './slot.tsx';

/** The parts that are loaded when the way leads there. */
export const captureSlot = createSlot(() => import('#src/features/capture/index.tsx'));
export const formSlot = createSlot(named(() => import('./form-slot.tsx'), 'FormSlot'));
export const readingSlot = createSlot(named(() => import('../steps/reading.tsx'), 'Reading'));
export const handoffSlot = createSlot(named(() => import('../handoff/slot.tsx'), 'HandoffSlot'));
export const elsewhereSlot = createSlot(named(() => import('../handoff/slot.tsx'), 'Elsewhere'));
export const receiptSlot = createSlot(named(() => import('../steps/receipt.tsx'), 'Receipt'));

/** Fetches what the rest of the way needs, words included, while the notice is being read. */
export function prefetch(country: string, locale: Locale): void {
  const parts = [captureSlot.load, readingSlot.load, formSlot.load, receiptSlot.load];
  // The step itself asks again, and speaks up if it fails then.
  for (const load of [...parts, () => loadCountry(country)])
    load().then(
      () => loadDefined(locale),
      () => undefined,
    );
}
