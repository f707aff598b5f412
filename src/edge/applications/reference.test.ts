import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReference, parseReference } from './reference.ts';

const references = fc.constant(null).map(() => newReference());

describe('reference numbers', () => {
  it('are three groups of three, and accepted as people type them', () => {
    fc.assert(
      fc.property(references, (reference) => {
        expect(reference).toMatch(/^[1-9A-HJKMNP-TV-Z]{3}(-[1-9A-HJKMNP-TV-Z]{3}){2}$/);
        expect(parseReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
        expect(parseReference(reference.replaceAll('1', 'l'))).toBe(reference);
      }),
    );
  });

  it('betray every wrong character and every swap of two', () => {
    const at = fc.nat(8);
    fc.assert(
      fc.property(
        references,
        at,
        at,
        fc.constantFrom(...'123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (reference, i, j, wrong) => {
          const chars = [...reference.replaceAll('-', '')];
          const swapped = [...chars];
          [swapped[i], swapped[j]] = [swapped[j]!, swapped[i]!];
          // The check character stands outside of the weighted sum: a swap with it is a wrong character twice.
          if (chars[i] !== chars[j] && i < 8 && j < 8) expect(parseReference(swapped.join(''))).toBeNull();
          if (chars[i] !== wrong) expect(parseReference(chars.with(i, wrong).join(''))).toBeNull();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
