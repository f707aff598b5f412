import type { CardBox } from '#src/countries/reader-types.ts';
import { type Quad, type Raster, rectify, rotateCorners } from '#src/imaging/index.ts';

/** A small card of this size shows where it is busy. px */
const WIDTH = 80;
const HEIGHT = 50;

/** Both readings of a quad, the likelier one first, by where the card is busy. */
export function orientations(gray: Raster, quad: Quad, layout: readonly CardBox[]): readonly Quad[] {
  const busy = busyness(rectify(gray, quad, WIDTH * 2, HEIGHT * 2));
  const mask = drawLayout(layout);
  const upright = correlation(busy, mask);
  const turned = correlation(busy.toReversed(), mask);
  const other = rotateCorners(quad, 2);
  return turned > upright ? [other, quad] : [quad, other];
}

/** Contrast to the right and lower neighbour, averaged over 2 × 2 px and compressed: [HEIGHT, WIDTH]. */
function busyness({ data, width, height }: Raster): Float32Array {
  const out = new Float32Array(WIDTH * HEIGHT);
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const i = y * width + x;
      const contrast = Math.abs(data[i + 1]! - data[i]!) + Math.abs(data[i + width]! - data[i]!);
      out[(y >> 1) * WIDTH + (x >> 1)]! += contrast;
    }
  }
  return out.map((v) => Math.sqrt(v));
}

function drawLayout(layout: readonly CardBox[]): Float32Array {
  const out = new Float32Array(WIDTH * HEIGHT);
  for (const { left, top, right, bottom } of layout) {
    for (let y = Math.round(top * HEIGHT); y < Math.round(bottom * HEIGHT); y++) {
      out.fill(1, y * WIDTH + Math.round(left * WIDTH), y * WIDTH + Math.round(right * WIDTH));
    }
  }
  return out;
}

function correlation(a: Float32Array, b: Float32Array): number {
  const n = a.length;
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sa += a[i]!;
    sb += b[i]!;
    saa += a[i]! ** 2;
    sbb += b[i]! ** 2;
    sab += a[i]! * b[i]!;
  }
  const deviation = Math.sqrt((saa - sa ** 2 / n) * (sbb - sb ** 2 / n));
  return deviation > 0 ? (sab - (sa * sb) / n) / deviation : 0;
}
