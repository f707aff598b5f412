import type { EdgeField } from './edges.ts';

/** A straight line x cos θ + y sin θ = ρ about the raster's middle; θ in radians 0..π, ρ in px. */
export interface Peak {
  readonly theta: number;
  readonly rho: number;
  readonly votes: number;
}

/** Cell sizes of the accumulator. Coarse on purpose: lines are fitted to their pixels afterwards. */
const THETA_DEGREES = 2;
const RHO_PX = 2;
const THETAS = 180 / THETA_DEGREES;
/** Each edge votes only near its own normal: ± 2 cells, the error of a Sobel angle on a weak edge. */
const SPREAD = 2;
/** Share of the frame's short side that a line's votes must reach: a side of a card that fills 30 % of it. */
const MIN_LENGTH = 0.04;

/** Directions are told apart in sectors of 10°; in each so many lines are looked at. */
const SECTORS = 18;
const PER_SECTOR = 20;
/** Lines looked at in all. */
const PEAKS = 90;

const COS = Float32Array.from({ length: THETAS }, (_, i) => Math.cos((i * THETA_DEGREES * Math.PI) / 180));
const SIN = Float32Array.from({ length: THETAS }, (_, i) => Math.sin((i * THETA_DEGREES * Math.PI) / 180));

let accumulator = new Float32Array(0);

/**
 * Local maxima of a Hough transform in which an edge votes for lines along itself only, strongest first, and
 * no more than `PER_SECTOR` of one direction: stripes and wood grain must not crowd out the card.
 */
export function houghPeaks({ width, height, first, bands, x, y, weight }: EdgeField): Peak[] {
  const half = Math.ceil(Math.hypot(width, height) / 2 / RHO_PX) + 2;
  const rhos = 2 * half + 1;
  const size = THETAS * rhos;
  if (accumulator.length < size) accumulator = new Float32Array(size);
  accumulator.fill(0, 0, size);
  for (let degrees = 0; degrees < 180; degrees++) {
    const from = first[degrees * bands]!;
    const to = first[(degrees + 1) * bands]!;
    const centre = Math.round(degrees / THETA_DEGREES);
    for (let k = -SPREAD; k <= SPREAD; k++) {
      const t = (centre + k + THETAS) % THETAS;
      const cos = COS[t]! / RHO_PX;
      const sin = SIN[t]! / RHO_PX;
      const row = t * rhos;
      for (let e = from; e < to; e++) {
        const rho = x[e]! * cos + y[e]! * sin + half;
        const cell = rho | 0;
        const part = (rho - cell) * weight[e]!;
        accumulator[row + cell]! += weight[e]! - part;
        accumulator[row + cell + 1]! += part;
      }
    }
  }
  const peaks = localMaxima(half, rhos, MIN_LENGTH * Math.min(width, height));
  peaks.sort((a, b) => b.votes - a.votes);
  const taken = new Uint8Array(SECTORS + 1);
  return peaks
    .filter((p) => taken[Math.floor((p.theta * SECTORS) / Math.PI)]!++ < PER_SECTOR)
    .slice(0, PEAKS);
}

function localMaxima(half: number, rhos: number, floor: number): Peak[] {
  const peaks: Peak[] = [];
  for (let t = 0; t < THETAS; t++) {
    for (let r = 2; r < rhos - 2; r++) {
      const votes = accumulator[t * rhos + r]!;
      if (votes < floor || !isMaximum(t, r, votes, rhos)) continue;
      const before = accumulator[t * rhos + r - 1]!;
      const after = accumulator[t * rhos + r + 1]!;
      const shift = (after - before) / (before + votes + after);
      peaks.push({
        theta: (t * THETA_DEGREES * Math.PI) / 180,
        rho: (r - half + shift) * RHO_PX,
        votes,
      });
    }
  }
  return peaks;
}

/** Largest within ± 1 angle and ± 1 offset; crossing θ = 0 turns the normal round, so ρ changes its sign. */
function isMaximum(t: number, r: number, votes: number, rhos: number): boolean {
  for (let dt = -1; dt <= 1; dt++) {
    let tt = t + dt;
    let rr = r;
    if (tt < 0 || tt >= THETAS) {
      tt = (tt + THETAS) % THETAS;
      rr = rhos - 1 - r;
    }
    for (let dr = -1; dr <= 1; dr++) {
      const other = accumulator[tt * rhos + rr + dr]!;
      if (other > votes || (other === votes && (dt < 0 || (dt === 0 && dr < 0)))) return false;
    }
  }
  return true;
}
