import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeView, FITTED, fitScale, type View, type ViewAction } from './view.ts';

const stage = { width: 600, height: 400 };
const picture = { width: 1200, height: 757 };

it('fits the whole picture, turned or not', () => {
  expect(fitScale(stage, picture, 0)).toBeCloseTo(0.5);
  expect(fitScale(stage, picture, 1)).toBeCloseTo(400 / 1200);
});

it('keeps what is under the pointer there', () => {
  const zoomed = changeView(FITTED, { kind: 'zoom', factor: 4, at: [100, 50] }, stage, picture);
  // The place that was at (100, 50) is 4 times as far from the picture's own middle.
  expect([zoomed.x + 4 * 100, zoomed.y + 4 * 50]).toEqual([100, 50]);
});

it('brings a place to the middle, in every turn', () => {
  for (const quarters of [0, 1, 2, 3]) {
    const turned = changeView(FITTED, { kind: 'turn', quarters }, stage, picture);
    const near = changeView(turned, { kind: 'zoom', factor: 6 }, stage, picture);
    const middle = changeView(near, { kind: 'show', at: [600, 378.5] }, stage, picture);
    expect(Math.abs(middle.x) + Math.abs(middle.y)).toBeLessThan(1e-9);
    const right = changeView(near, { kind: 'show', at: [800, 378.5] }, stage, picture);
    const moved = [right.x, right.y].map(Math.sign);
    expect(moved.map((sign) => sign + 0)).toEqual(
      [
        [-1, 0],
        [0, -1],
        [1, 0],
        [0, 1],
      ][quarters],
    );
  }
});

it('never loses the picture, whatever is done', () => {
  const action: fc.Arbitrary<ViewAction> = fc.oneof(
    fc.record({
      kind: fc.constant('zoom' as const),
      factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
      at: fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -200, max: 200 })),
    }),
    fc.record({
      kind: fc.constant('pan' as const),
      by: fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 })),
    }),
    fc.record({
      kind: fc.constant('show' as const),
      at: fc.tuple(fc.integer({ min: -99, max: 1300 }), fc.integer({ min: -99, max: 900 })),
    }),
    fc.record({ kind: fc.constant('turn' as const), quarters: fc.constantFrom(-1, 1) }),
    fc.constant({ kind: 'contrast' as const }),
    fc.constant({ kind: 'fit' as const }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const view = actions.reduce<View>((now, next) => changeView(now, next, stage, picture), FITTED);
      const scale = fitScale(stage, picture, view.turn) * view.zoom;
      const width = scale * (view.turn % 2 ? picture.height : picture.width);
      const height = scale * (view.turn % 2 ? picture.width : picture.height);
      expect(view.zoom).toBeGreaterThanOrEqual(1);
      expect(Math.abs(view.x)).toBeLessThanOrEqual(Math.max(0, (width - stage.width) / 2) + 1e-6);
      expect(Math.abs(view.y)).toBeLessThanOrEqual(Math.max(0, (height - stage.height) / 2) + 1e-6);
    }),
  );
});
