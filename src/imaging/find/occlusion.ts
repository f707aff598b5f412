import { distance, type Quad, signedArea } from '../geometry.ts';
import type { Raster } from '../raster.ts';

/** Distance of the bands from the side, as a share of the quad's mean side, and in px at least. */
const DISTANCE = 0.03;
const MIN_DISTANCE = 2.5;
/** Step between places along a side, px. */
const STEP = 2;
/** Change per step (sum over RGB) that noise and print alone make. */
const CALM = 10;
/** Round corners are left out. */
const TRIM = 0.06;
/** Fewer steps in sight than this tell nothing. */
const MIN_STEPS = 5;

/**
 * Per side of an outline in a small raster, 0..1: how much more the surface just outside changes along the
 * side than the surface just inside. A background's pattern ends at a card that lies on it (T-junctions), also
 * where card and pattern happen to share a colour and no edge is seen.
 */
export function measureOcclusion(r: Raster, quad: Quad): [number, number, number, number] {
  const { data, width, height, channels } = r;
  const colours = channels === 1 ? 1 : 3;
  const calm = (CALM * colours) / 3;
  const d = Math.max(MIN_DISTANCE, DISTANCE * Math.sqrt(Math.max(0, signedArea(quad))));
  const result: [number, number, number, number] = [0, 0, 0, 0];
  for (let i = 0; i < 4; i++) {
    const [px, py] = quad[i]!;
    const [qx, qy] = quad[(i + 1) % 4]!;
    const length = distance(quad[i]!, quad[(i + 1) % 4]!);
    // Clockwise on the screen: the inside lies to the right of the direction of travel.
    const nx = (-(qy - py) / length) * d;
    const ny = ((qx - px) / length) * d;
    const steps = Math.floor((length * (1 - 2 * TRIM)) / STEP);
    let lastIn = -1;
    let lastOut = -1;
    let changeIn = 0;
    let changeOut = 0;
    let seen = 0;
    for (let s = 0; s <= steps; s++) {
      const u = TRIM + (s * STEP) / length;
      const x = px + u * (qx - px);
      const y = py + u * (qy - py);
      const ix = Math.floor(x + nx);
      const iy = Math.floor(y + ny);
      const ox = Math.floor(x - nx);
      const oy = Math.floor(y - ny);
      if (
        ix < 0 ||
        iy < 0 ||
        ox < 0 ||
        oy < 0 ||
        ix >= width ||
        ox >= width ||
        iy >= height ||
        oy >= height
      ) {
        lastIn = -1;
        continue;
      }
      const inside = (iy * width + ix) * channels;
      const outside = (oy * width + ox) * channels;
      if (lastIn >= 0) {
        for (let c = 0; c < colours; c++) {
          changeIn += Math.abs(data[inside + c]! - data[lastIn + c]!);
          changeOut += Math.abs(data[outside + c]! - data[lastOut + c]!);
        }
        seen++;
      }
      lastIn = inside;
      lastOut = outside;
    }
    if (seen >= MIN_STEPS) {
      result[i] = Math.max(0, (changeOut - changeIn) / (changeOut + changeIn + calm * seen));
    }
  }
  return result;
}
