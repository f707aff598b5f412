import { expect, test } from 'vitest';
import { createUsageCounter } from './usage.ts';

const event = { key: 'a', country: 'my', milliseconds: 1 } as const;

test('answers are counted per key, by status, charged or free', () => {
  const counter = createUsageCounter();
  counter.record({ ...event, status: 'OK', charged: true });
  counter.record({ ...event, status: 'FAIL', charged: true });
  counter.record({ ...event, status: 'INNER_ERROR', charged: false });
  counter.record({ ...event, key: null, status: 'INVALID_REQUEST', charged: false });
  expect(counter.snapshot()).toEqual({
    a: { charged: 2, free: 1, byStatus: { OK: 1, FAIL: 1, INNER_ERROR: 1 } },
    '': { charged: 0, free: 1, byStatus: { INVALID_REQUEST: 1 } },
  });
});
