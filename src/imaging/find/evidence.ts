import { CARD_ASPECT, type Quad, rotateCorners, signedArea } from '../geometry.ts';
import { estimatePose, misfit, type Pose } from '../pose.ts';
import type { Raster } from '../raster.ts';
import type { QuadCandidate } from './quads.ts';

/** Shape error that costs a quad a full point: a rectangle 1.5 times too long is no card. */
const MISFIT_COST = 0.9;
/** What a rim that looks unlike its outside is worth. */
const CONTRAST_GAIN = 0.12;
/** Colour distance (L1 over channels) at which inside and outside count as different surfaces. */
const DIFFERENT = 36;
/** Places along each side and distance from it, as a share of the quad's mean side, for the comparison. */
const STATIONS = 10;
const RIM = 0.035;

/** Share of places round the outline where the colour just inside differs from just outside, 0..1. */
export function rimContrast(r: Raster, quad: Quad): number {
  const { data, width, height, channels } = r;
  const colours = channels === 1 ? 1 : 3;
  const d = Math.max(2.5, RIM * Math.sqrt(Math.max(0, signedArea(quad))));
  let sum = 0;
  let n = 0;
  for (let i = 0; i < 4; i++) {
    const [px, py] = quad[i]!;
    const [qx, qy] = quad[(i + 1) % 4]!;
    const length = Math.hypot(qx - px, qy - py);
    // Clockwise on the screen: the inside lies to the right of the direction of travel.
    const nx = -(qy - py) / length;
    const ny = (qx - px) / length;
    for (let s = 0; s < STATIONS; s++) {
      const u = (s + 0.5) / STATIONS;
      const x = px + u * (qx - px);
      const y = py + u * (qy - py);
      const ix = Math.floor(x + d * nx);
      const iy = Math.floor(y + d * ny);
      const ox = Math.floor(x - d * nx);
      const oy = Math.floor(y - d * ny);
      if (Math.min(ix, iy, ox, oy) < 0 || Math.max(ix, ox) >= width || Math.max(iy, oy) >= height) continue;
      let distance = 0;
      for (let c = 0; c < colours; c++) {
        distance += Math.abs(
          data[(iy * width + ix) * channels + c]! - data[(oy * width + ox) * channels + c]!,
        );
      }
      sum += Math.min(1, (distance * 3) / colours / DIFFERENT);
      n++;
    }
  }
  return n > 0 ? sum / n : 0;
}

export interface Judged {
  readonly candidate: QuadCandidate;
  /** The candidate's corners turned so that side 0 is long. */
  readonly quad: Quad;
  readonly turned: number;
  readonly pose: Pose;
  readonly score: number;
}

/** Corners turned so that side 0 is a long one, and of the two the one that starts nearer to the top left. */
export function orderCorners(
  quad: Quad,
  width: number,
  height: number,
): { quad: Quad; turned: number; pose: Pose } {
  const upright = estimatePose(quad, width, height);
  const sideways = estimatePose(rotateCorners(quad, 1), width, height);
  const long = misfit(sideways, CARD_ASPECT) < misfit(upright, CARD_ASPECT) ? 1 : 0;
  const [a, b] = [quad[long]!, quad[(long + 1) % 4]!];
  const turned = b[0] - a[0] + (b[1] - a[1]) >= 0 ? long : long + 2;
  return { quad: rotateCorners(quad, turned), turned, pose: long ? sideways : upright };
}

/** A candidate's score from its sides, its shape as a card in space, and the surfaces on both sides of its rim. */
export function weigh(r: Raster, candidate: QuadCandidate): Judged {
  const { quad, turned, pose } = orderCorners(candidate.quad, r.width, r.height);
  const score =
    candidate.base - MISFIT_COST * misfit(pose, CARD_ASPECT) + CONTRAST_GAIN * rimContrast(r, quad);
  return { candidate, quad, turned, pose, score };
}
