import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASCII, COLUMNS, columnOf } from './charset.ts';
import { cutLattice, decodeGreedy, foldCase, type Lattice, scoreText } from './decode-ctc.ts';

/** A lattice in which each step shows one character (or blank, '_') with probability p. */
function latticeOf(steps: string, p = 0.98): Lattice {
  const data = new Float32Array(steps.length * COLUMNS).fill((1 - p) / (COLUMNS - 1));
  for (let t = 0; t < steps.length; t++) data[t * COLUMNS + (steps[t] === '_' ? 0 : columnOf(steps[t]!))] = p;
  return { steps: steps.length, data, left: 0, right: 1 };
}

describe('best path', () => {
  test('merges repeats, keeps doubles that a blank divides, drops blanks', () => {
    expect(decodeGreedy(latticeOf('__AA_A_BB__')).text).toBe('AAB');
  });

  test('a space is a gap after its left neighbour, never a character, never at an end', () => {
    const { text, chars } = decodeGreedy(latticeOf(' _A_ _B_ '));
    expect(text).toBe('A B');
    expect(chars.map(({ char, gap }) => [char, gap > 0.5])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  test('an alphabet leaves only its characters', () => {
    expect(decodeGreedy(latticeOf('_1_A_2_'), '0123456789').text).toBe('12');
  });

  test('positions run along the crop', () => {
    const { chars } = decodeGreedy({ ...latticeOf('_A__B_'), left: 0.2, right: 0.8 });
    expect(chars[0]!.at).toBeCloseTo(0.35);
    expect(chars[1]!.at).toBeCloseTo(0.65);
  });
});

test('a lattice is cut in two where a column ends, each letter where it was, without the space between', () => {
  const both = { ...latticeOf('_1_2 _3_'), left: 0.2, right: 1 };
  const halves = cutLattice(both, 0.6);
  const [first, second] = halves.map((half) => decodeGreedy(half));
  expect([first!.text, second!.text]).toEqual(['12', '3']);
  expect(first!.chars[1]!.at).toBeCloseTo(0.55);
  expect(second!.chars[0]!.at).toBeCloseTo(0.85);
  expect(Math.exp(scoreText(halves[0], '12'))).toBeGreaterThan(0.8);
  expect(Math.exp(scoreText(cutLattice(both, 0.72)[0], '12'))).toBeGreaterThan(0.8);
});

describe('probability of a text', () => {
  test('all texts of a two-step lattice add up to one', () => {
    const lattice = latticeOf('AB', 0.6);
    let sum = Math.exp(scoreText(lattice, ''));
    for (const a of ASCII) {
      sum += Math.exp(scoreText(lattice, a));
      for (const b of ASCII) if (a !== b) sum += Math.exp(scoreText(lattice, a + b));
    }
    expect(sum).toBeCloseTo(1, 3);
  });

  test('what is there scores near certain, a misread or missing letter far lower', () => {
    const lattice = latticeOf('_K_A_M_P_U_N_G_');
    expect(scoreText(lattice, 'KAMPUNG')).toBeGreaterThan(-0.5);
    for (const other of ['KAMPUN', 'KAMPUNGG', 'KANPUNG', 'KAM PUNG']) {
      expect(scoreText(lattice, other)).toBeLessThan(-4);
    }
  });

  test('folding counts small letters as capitals', () => {
    expect(scoreText(foldCase(latticeOf('_a_B_')), 'AB')).toBeGreaterThan(-0.2);
  });

  test('is never positive and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 20 }), (steps, text) => {
        expect(scoreText(latticeOf(steps), text)).toBeLessThanOrEqual(1e-6);
      }),
    );
  });
});
