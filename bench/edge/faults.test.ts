import { expect, it } from 'vitest';
import { benchFaults } from './faults.ts';

it('no upstream that fails in any way is paid twice, and no request is left without an answer', async () => {
  const figures = await benchFaults(120);
  expect(figures).toMatchObject({
    calledAgainAfterKnownCharge: 0,
    calledAThirdTimeAfterUnknown: 0,
    untyped: 0,
    unmetered: 0,
  });
});
