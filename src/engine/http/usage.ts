import type { OcrStatus } from '#src/contract/index.ts';
import type { UsageEvent } from './api.ts';

interface UsageCount {
  readonly charged: number;
  readonly free: number;
  readonly byStatus: Readonly<Partial<Record<OcrStatus, number>>>;
}

/** Counts answers per key in memory. Requests that named no key are counted under the empty string. */
export function createUsageCounter() {
  const counts = new Map<
    string,
    { charged: number; free: number; byStatus: Partial<Record<OcrStatus, number>> }
  >();
  return {
    record(event: UsageEvent): void {
      const key = event.key ?? '';
      const count = counts.get(key) ?? { charged: 0, free: 0, byStatus: {} };
      counts.set(key, count);
      count[event.charged ? 'charged' : 'free'] += 1;
      count.byStatus[event.status] = (count.byStatus[event.status] ?? 0) + 1;
    },
    snapshot: (): Readonly<Record<string, UsageCount>> => structuredClone(Object.fromEntries(counts)),
  };
}
