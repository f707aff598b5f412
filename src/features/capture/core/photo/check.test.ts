import { describe, expect, it } from 'vitest';
import { type CardFinding, LOOKS, type Quality } from '#src/imaging/index.ts';
import { stopHopeless, warningsOf } from './check.ts';
import type { Certainty } from './outline.ts';

const side = { support: 1, atFrame: false };
const finding: CardFinding = {
  quad: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  by: 'outline',
  look: LOOKS[0],
  score: 0.95,
  sides: [side, side, side, side],
  aspect: 1.586,
  tilt: 3,
};
const fine: Quality = {
  sharpness: 0.9,
  glare: { fraction: 0, box: null },
  brightness: 0.7,
  contrast: 0.6,
  fill: 0.6,
  cardWidth: 1_200,
  tilt: 3,
  cutOff: 0,
};
const codes = (quality: Partial<Quality>, certainty: Certainty = 'sure') =>
  warningsOf(finding, { ...fine, ...quality }, certainty).map(({ code }) => code);

describe('what is stopped', () => {
  const thrown = (quality: Partial<Quality>, certainty: Certainty, sure = false) => {
    try {
      stopHopeless({ ...fine, ...quality }, certainty, sure);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('lets a card pass, and what is likely one', () => {
    expect(thrown({}, 'sure')).toBeNull();
    expect(thrown({}, 'likely')).toBeNull();
  });
  it('stops a photo in which nothing looks like a card, unless the person is sure', () => {
    expect(thrown({}, 'none')).toBe('no-card');
    expect(thrown({ contrast: 0.01 }, 'sure')).toBe('no-card');
    expect(thrown({}, 'none', true)).toBeNull();
  });
  it('stops a blur that nobody reads, however sure the person', () => {
    expect(thrown({ sharpness: 0.1 }, 'sure', true)).toBe('unreadable');
  });
});

describe('what is warned of', () => {
  it('is nothing for a good photo', () => expect(codes({})).toEqual([]));
  it.each([
    ['blurred', { sharpness: 0.4 }],
    ['dark', { brightness: 0.1 }],
    ['too-bright', { brightness: 0.95 }],
    ['cut-off', { cutOff: 0.1 }],
    ['small', { cardWidth: 400 }],
    ['tilted', { tilt: 40 }],
  ] as const)('is %s', (code, quality) => expect(codes(quality)).toEqual([code]));
  it('is glare with its place', () => {
    const box = { left: 0.1, top: 0.6, right: 0.3, bottom: 0.8 };
    const warnings = warningsOf(finding, { ...fine, glare: { fraction: 0.05, box } }, 'sure');
    expect(warnings).toEqual([{ code: 'glare', place: box }]);
  });
  it('is an outline that is not sure', () => expect(codes({}, 'likely')).toEqual(['no-edges']));
});
