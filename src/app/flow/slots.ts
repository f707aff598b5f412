import { loadCountry } from './countries.ts';

/** The parts that are loaded when the way leads there. */
export const captureSlot = () => import('#src/features/capture/index.tsx');
export const formSlot = () => import('./form-slot.tsx').then(({ FormSlot }) => ({ default: FormSlot }));
export const readingSlot = () => import('../steps/reading.tsx').then(({ Reading }) => ({ default: Reading }));
export const receiptSlot = () => import('../steps/receipt.tsx').then(({ Receipt }) => ({ default: Receipt }));

/** Fetches what the rest of the way needs while the notice is being read. */
export function prefetch(country: string): void {
  // The step itself asks again, and speaks up if it fails then.
  for (const load of [captureSlot, readingSlot, formSlot, receiptSlot, () => loadCountry(country)])
    load().catch(() => undefined);
}
