import { describe, expect, it } from 'vitest';
import { type CardFinding, LOOKS, type Quad } from '#src/imaging/index.ts';
import { settle } from './outline.ts';

const side = { support: 1, atFrame: false };
/** A finding whose outline lies `shift` px to the right. */
const at = (shift: number, score: number, by: CardFinding['by'] = 'outline'): CardFinding => ({
  quad: [
    [shift, 0],
    [shift + 100, 0],
    [shift + 100, 63],
    [shift, 63],
  ] satisfies Quad,
  by,
  look: LOOKS[0],
  score,
  sides: [side, side, side, side],
  aspect: 1.586,
  tilt: 0,
});

describe('what looks are worth together', () => {
  it('is a sure outline where two agree, at the better of them', () => {
    const better = at(1, 0.7);
    expect(settle([at(0, 0.62), at(300, 0.75), better])).toEqual({ finding: better, certainty: 'sure' });
  });
  it('is a likely one where one scores as only cards do', () => {
    expect(settle([at(0, 0.3), at(300, 0.66)])).toMatchObject({
      finding: { score: 0.66 },
      certainty: 'likely',
    });
  });
  it('is a likely one where two agree that are worth little', () => {
    expect(settle([at(300, 0.55), at(0, 0.45), at(2, 0.5)])).toMatchObject({
      finding: { score: 0.5 },
      certainty: 'likely',
    });
  });
  it('is none where chance findings differ, where only print was found, and where nothing was', () => {
    expect(settle([at(0, 0.5), at(300, 0.55)]).certainty).toBe('none');
    expect(settle([at(0, 0.7, 'print'), at(1, 0.7, 'print')]).certainty).toBe('none');
    expect(settle([])).toEqual({ finding: null, certainty: 'none' });
  });
});
