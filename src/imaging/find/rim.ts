import { type Quad, signedArea } from '../geometry.ts';
import type { Raster } from '../raster.ts';

/** What the bands along a quad's sides look like, just inside and just outside of it. */
export interface Rim {
  /** Share of places at which inside and outside differ in colour, 0..1. */
  readonly contrast: number;
  /**
   * Per side 0..1: the outside changes along the side where the inside does not. A background's pattern ends
   * at a card that lies on it (T-junctions), also where card and pattern happen to share a colour.
   */
  readonly occlusion: readonly [number, number, number, number];
}

/** Colour distance (sum over RGB) at which inside and outside count as different surfaces. */
const DIFFERENT = 36;
/** Distance of the bands from the side, as a share of the quad's mean side, and in px at least. */
const DISTANCE = 0.03;
const MIN_DISTANCE = 2.5;
/** Step between places along a side, px. */
const STEP = 2;
/** Change per step (sum over RGB) that noise and print alone make. */
const CALM = 10;
/** Round corners are left out. */
const TRIM = 0.06;

/** Compares the bands on both sides of an outline, in a small raster (a few hundred px). */
export function measureRim(r: Raster, quad: Quad): Rim {
  const { data, width, height, channels } = r;
  const colours = channels === 1 ? 1 : 3;
  const gain = 3 / colours;
  const d = Math.max(MIN_DISTANCE, DISTANCE * Math.sqrt(Math.max(0, signedArea(quad))));
  const occlusion: [number, number, number, number] = [0, 0, 0, 0];
  let differing = 0;
  let places = 0;
  for (let i = 0; i < 4; i++) {
    const [px, py] = quad[i]!;
    const [qx, qy] = quad[(i + 1) % 4]!;
    const length = Math.hypot(qx - px, qy - py);
    // Clockwise on the screen: the inside lies to the right of the direction of travel.
    const nx = (-(qy - py) / length) * d;
    const ny = ((qx - px) / length) * d;
    const steps = Math.floor((length * (1 - 2 * TRIM)) / STEP);
    let lastIn = -1;
    let lastOut = -1;
    let changeIn = 0;
    let changeOut = 0;
    let pairs = 0;
    for (let s = 0; s <= steps; s++) {
      const u = TRIM + (s * STEP) / length;
      const x = px + u * (qx - px);
      const y = py + u * (qy - py);
      const ix = Math.floor(x + nx);
      const iy = Math.floor(y + ny);
      const ox = Math.floor(x - nx);
      const oy = Math.floor(y - ny);
      if (Math.min(ix, iy, ox, oy) < 0 || Math.max(ix, ox) >= width || Math.max(iy, oy) >= height) {
        lastIn = -1;
        continue;
      }
      const inside = (iy * width + ix) * channels;
      const outside = (oy * width + ox) * channels;
      let distance = 0;
      let stepIn = 0;
      let stepOut = 0;
      for (let c = 0; c < colours; c++) {
        const a = data[inside + c]!;
        const b = data[outside + c]!;
        distance += Math.abs(a - b);
        if (lastIn >= 0) {
          stepIn += Math.abs(a - data[lastIn + c]!);
          stepOut += Math.abs(b - data[lastOut + c]!);
        }
      }
      differing += Math.min(1, (distance * gain) / DIFFERENT);
      places++;
      if (lastIn >= 0) {
        changeIn += stepIn * gain;
        changeOut += stepOut * gain;
        pairs++;
      }
      lastIn = inside;
      lastOut = outside;
    }
    if (pairs > 4) occlusion[i] = Math.max(0, (changeOut - changeIn) / (changeOut + changeIn + CALM * pairs));
  }
  return { contrast: places > 0 ? differing / places : 0, occlusion };
}
