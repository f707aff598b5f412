import { describe, expect, it } from 'vitest';
import type { CardFinding, Quality } from '#src/imaging/index.ts';
import { stopHopeless, warningsOf } from './check.ts';

const side = { support: 1, atFrame: false };
const finding: CardFinding = {
  quad: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  by: 'outline',
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
const codes = (quality: Partial<Quality>, trusted = true) =>
  warningsOf(finding, { ...fine, ...quality }, trusted).map(({ code }) => code);

describe('what is stopped', () => {
  const thrown = (quality: Partial<Quality>, trusted: boolean, sure = false) => {
    try {
      stopHopeless({ ...fine, ...quality }, trusted, sure);
      return null;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('lets a card pass', () => expect(thrown({}, true)).toBeNull());
  it('stops a photo without a sure outline, unless the person is sure', () => {
    expect(thrown({}, false)).toBe('no-card');
    expect(thrown({ contrast: 0.01 }, true)).toBe('no-card');
    expect(thrown({}, false, true)).toBeNull();
  });
  it('stops a blur that nobody reads, however sure the person', () => {
    expect(thrown({ sharpness: 0.1 }, true, true)).toBe('unreadable');
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
    const warnings = warningsOf(finding, { ...fine, glare: { fraction: 0.05, box } }, true);
    expect(warnings).toEqual([{ code: 'glare', place: box }]);
  });
  it('is an outline that is not sure', () => expect(codes({}, false)).toEqual(['no-edges']));
});
