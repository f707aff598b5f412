import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextTry } from './deliver.ts';

const HOUR = 3_600_000;

it('tries for a day and once after it, sooner at first, whatever chance makes of the waits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (chances) => {
        const tries = [0];
        for (const chance of chances) {
          const at = nextTry(tries.length, 0, tries.at(-1) ?? 0, chance);
          if (at === null) break;
          tries.push(at);
        }
        const last = tries.at(-1) ?? 0;
        expect(last).toBeGreaterThanOrEqual(24 * HOUR);
        expect(last).toBeLessThan(29 * HOUR);
        // Five seconds and a fifth at most, as far as floating point goes.
        expect(tries[1]).toBeLessThan(6001);
        expect(tries.length).toBeGreaterThan(10);
        expect(tries.length).toBeLessThan(17);
      },
    ),
  );
});
