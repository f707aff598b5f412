import { expect, it } from 'vitest';
import { benchFuzz } from './fuzz.ts';

it('every route answers as it says, whatever it is asked', async () => {
  const { undescribed, statuses, logged } = await benchFuzz(2000);
  expect(undescribed).toEqual([]);
  expect(logged).toBe(0);
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '201', '204', '400', '401', '404']));
});
