import type { Locale } from '#src/contract/index.ts';
import { loadDefined } from '#src/lib/i18n/index.ts';
import type { ElsewhereProps, HandoffSlotProps } from '../handoff/slot.tsx';
import type { ReadingProps } from '../steps/reading.tsx';
import type { ReceiptProps } from '../steps/receipt.tsx';
import { loadCountry } from './countries.ts';
import type { FormSlotProps } from './form-slot.tsx';
import { createSlot } from './slot.tsx';

/** The parts that are loaded when the way leads there. */
export const captureSlot = createSlot(() => import('#src/features/capture/index.tsx'));
export const formSlot = createSlot<FormSlotProps>(() =>
  import('./form-slot.tsx').then(({ FormSlot }) => ({ default: FormSlot })),
);
export const readingSlot = createSlot<ReadingProps>(() =>
  import('../steps/reading.tsx').then(({ Reading }) => ({ default: Reading })),
);
export const handoffSlot = createSlot<HandoffSlotProps>(() =>
  import('../handoff/slot.tsx').then(({ HandoffSlot }) => ({ default: HandoffSlot })),
);
export const elsewhereSlot = createSlot<ElsewhereProps>(() =>
  import('../handoff/slot.tsx').then(({ Elsewhere }) => ({ default: Elsewhere })),
);
export const receiptSlot = createSlot<ReceiptProps>(() =>
  import('../steps/receipt.tsx').then(({ Receipt }) => ({ default: Receipt })),
);

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
