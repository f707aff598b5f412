import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeFactor } from './frame.ts';
import { type Planes, reducePlanes } from './planes.ts';

type Colour = readonly [number, number, number];

/** BT.601 by its definition, ITU-R BT.601-7 §2.5. */
function toYuv([r, g, b]: Colour, fullRange: boolean): Colour {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  const [u, v] = [(b - y) / 1.772, (r - y) / 1.402];
  return fullRange
    ? [y, 128 + u, 128 + v]
    : [16 + (219 / 255) * y, 128 + (224 / 255) * u, 128 + (224 / 255) * v];
}

/** A frame of one colour above, another below, with rows longer than the picture is wide. */
function planesOf(above: Colour, below: Colour, fullRange: boolean, interleaved: boolean): Planes {
  const [width, height, stride] = [24, 12, 32];
  const data = new Uint8Array(stride * height * 2);
  const step = interleaved ? 2 : 1;
  const chromaStride = interleaved ? stride : stride / 2;
  const u = { offset: stride * height, stride: chromaStride, step };
  const v = { ...u, offset: interleaved ? u.offset + 1 : u.offset + (chromaStride * height) / 2 };
  for (let y = 0; y < height; y++) {
    const [luma, cb, cr] = toYuv(y < height / 2 ? above : below, fullRange).map(Math.round) as [
      number,
      number,
      number,
    ];
    for (let x = 0; x < width; x++) {
      data[y * stride + x] = luma;
      data[u.offset + (y >> 1) * chromaStride + (x >> 1) * step] = cb;
      data[v.offset + (y >> 1) * chromaStride + (x >> 1) * step] = cr;
    }
  }
  return { data, width, height, luma: { offset: 0, stride, step: 1 }, u, v, fullRange };
}

const channel = fc.integer({ min: 0, max: 255 });
const colour = fc.tuple(channel, channel, channel);

describe('reducePlanes', () => {
  it('gives back every colour, however the planes lie', () => {
    fc.assert(
      fc.property(
        colour,
        colour,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(1, 2, 3),
        (a, b, full, nv12, k) => {
          const { data, width, height } = reducePlanes(planesOf(a, b, full, nv12), k);
          expect([width, height]).toEqual([24 / k, 12 / k]);
          for (const [pixel, wanted] of [
            [0, a],
            [width * height - 1, b],
          ] as const) {
            // Rounding to 8 bits in each of three numbers moves a channel by up to three levels.
            for (let c = 0; c < 3; c++)
              expect(Math.abs(data[4 * pixel + c]! - wanted[c]!)).toBeLessThanOrEqual(3);
            expect(data[4 * pixel + 3]).toBe(255);
          }
        },
      ),
    );
  });

  it('means the luma of each block', () => {
    const planes = planesOf([0, 0, 0], [255, 255, 255], true, false);
    const { data, width } = reducePlanes(planes, 4);
    expect([data[0], data[4 * width], data[8 * width]]).toEqual([0, 128, 255]);
  });
});

describe('planeFactor', () => {
  it('brings what cameras deliver near to 640 px', () => {
    const sizes = [
      [640, 480],
      [1_280, 720],
      [1_920, 1_080],
      [1_080, 1_920],
      [2_560, 1_440],
      [4_032, 3_024],
      [720, 1_280],
    ] as const;
    expect(sizes.map(([w, h]) => planeFactor(w, h))).toEqual([1, 2, 3, 3, 4, 6, 2]);
  });

  it('leaves sizes that no whole factor brings there', () => {
    expect([planeFactor(960, 540), planeFactor(320, 240), planeFactor(1_000, 1_000)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
