import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Canvas, Picture } from './canvas.ts';
import { encodePart } from './encode.ts';
import { CARD_WIDTH, MAX_BYTES, MIN_CARD_WIDTH, MIN_QUALITY } from './plan.ts';

/** A canvas that only knows its size. */
class SizedCanvas {
  width: number;
  height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    return { fillRect: () => undefined, drawImage: () => undefined };
  }
}

beforeAll(() => void vi.stubGlobal('OffscreenCanvas', SizedCanvas));
afterAll(() => void vi.unstubAllGlobals());

const picture = (width: number, height: number): Picture => ({
  source: {} as CanvasImageSource,
  width,
  height,
  close: () => undefined,
});

/** An encoder whose bytes follow pixels and quality as photographs' do: `detail` is bits a pixel at .8. */
const encoder =
  (detail: number, seen: number[] = []) =>
  async (canvas: Canvas, quality: number) => {
    seen.push(quality);
    const bytes = ((canvas.width * canvas.height * detail) / 8) * Math.exp(2.4 * (quality - 0.8));
    return new Blob([new Uint8Array(Math.ceil(bytes))]);
  };

describe('encodePart', () => {
  it('keeps every promise for any card and any detail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 300, max: 5_000 }),
        fc.double({ min: 0.05, max: 4, noNaN: true }),
        async (cardWidth, detail) => {
          const part = { x: 0, y: 0, width: cardWidth * 1.16, height: cardWidth * 0.79 };
          const whole = picture(part.width, part.height);
          const seen: number[] = [];
          const photo = await encodePart(whole, part, cardWidth, encoder(detail, seen));
          expect(photo.blob.size).toBeLessThanOrEqual(MAX_BYTES);
          expect(photo.quality).toBeGreaterThanOrEqual(MIN_QUALITY);
          expect(Math.min(...seen)).toBeGreaterThanOrEqual(MIN_QUALITY);
          const kept = (cardWidth * photo.width) / part.width;
          expect(kept).toBeLessThanOrEqual(Math.max(CARD_WIDTH, 1) + 2);
          // A card of 1,000 px takes 0.8 megapixels; up to this much detail they fit at the lowest quality.
          const affordable = ((MAX_BYTES * 8) / (MIN_CARD_WIDTH ** 2 * 1.16 * 0.79)) * Math.exp(2.4 * 0.2);
          if (detail < affordable * 0.98) {
            expect(kept).toBeGreaterThanOrEqual(Math.min(cardWidth, MIN_CARD_WIDTH) - 2);
          }
        },
      ),
    );
  });

  it('encodes an easy picture once or twice, and a hard one a few times', async () => {
    const part = { x: 0, y: 0, width: 1_600, height: 1_050 };
    for (const [detail, most] of [
      [0.2, 2],
      [0.7, 2],
      [1.2, 4],
      [3, 12],
    ] as const) {
      const seen: number[] = [];
      await encodePart(picture(1_600, 1_050), part, 1_400, encoder(detail, seen));
      expect(seen.length).toBeLessThanOrEqual(most);
    }
  });

  it('stops when it is told to', async () => {
    const part = { x: 0, y: 0, width: 800, height: 500 };
    const late = AbortSignal.abort();
    await expect(encodePart(picture(800, 500), part, 700, encoder(1), late)).rejects.toThrow();
  });
});
