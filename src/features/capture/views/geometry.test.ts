import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameIn, inPicture, onScreen, pictureIn } from './geometry.ts';

const side = fc.integer({ min: 240, max: 2_000 });
const aspect = fc.double({ min: 0.4, max: 2.5, noNaN: true });

describe('the picture in the view', () => {
  it('keeps its shape, and leaves at most one kind of gap', () => {
    fc.assert(
      fc.property(aspect, side, side, (ratio, width, height) => {
        const box = pictureIn(ratio, width, height);
        expect(box.width / box.height).toBeCloseTo(ratio, 6);
        const covers = box.width >= width - 1e-6 && box.height >= height - 1e-6;
        const fits = box.width <= width + 1e-6 && box.height <= height + 1e-6;
        expect(covers || fits).toBe(true);
      }),
    );
  });

  it('fills an upright phone with an upright picture and shows a wide one whole there', () => {
    expect(pictureIn(9 / 16, 360, 740).height).toBeCloseTo(740);
    expect(pictureIn(16 / 9, 360, 740).width).toBeCloseTo(360);
  });

  it('holds the card frame inside the view and the picture', () => {
    fc.assert(
      fc.property(aspect, side, side, (ratio, width, height) => {
        const picture = pictureIn(ratio, width, height);
        const frame = frameIn(picture, width, height);
        expect(frame.width / frame.height).toBeCloseTo(85.6 / 53.98, 6);
        expect(frame.x).toBeGreaterThanOrEqual(0);
        expect(frame.x + frame.width).toBeLessThanOrEqual(width + 1e-6);
        expect(frame.y).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('maps points there and back', () => {
    fc.assert(
      fc.property(
        aspect,
        side,
        side,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ratio, width, height, share) => {
          const picture = pictureIn(ratio, width, height);
          const [corner] = onScreen(
            [
              [share, 1 - share],
              [0, 0],
              [0, 0],
              [0, 0],
            ],
            picture,
          );
          const [x, y] = inPicture(corner ?? [0, 0], picture);
          expect(x).toBeCloseTo(share, 6);
          expect(y).toBeCloseTo(1 - share, 6);
        },
      ),
    );
  });
});
