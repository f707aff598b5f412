import type { Quad } from '#src/contract/index.ts';
import type { Random } from '../random.ts';
import { project, squareToQuad } from './geometry.ts';
import type { Shot } from './shot.ts';

/** Light is computed once per cell of this many px and interpolated between. */
export const CELL = 8;

/** Per cell corner: the factor light is multiplied by, and the glare added (1 = white). */
export interface Light {
  readonly columns: number;
  readonly rows: number;
  readonly gain: Float32Array;
  readonly glare: Float32Array;
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly cos: number;
  readonly sin: number;
  readonly peak: number;
}

/** The light of a shot: fall-off across the frame, vignette, a shadow with a straight or bent edge, glare. */
export function lightOf(shot: Shot, card: Quad, random: Random): Light {
  const columns = Math.ceil(shot.width / CELL) + 2;
  const rows = Math.ceil(shot.height / CELL) + 2;
  const gain = new Float32Array(columns * rows);
  const glare = new Float32Array(columns * rows);
  const toward = random.range(0, 2 * Math.PI);
  const [tx, ty] = [Math.cos(toward), Math.sin(toward)];
  const map = squareToQuad(card);
  const [edgeX, edgeY] = project(map, random.range(0.1, 0.9), random.range(0.1, 0.9));
  const edgeAngle = random.range(0, 2 * Math.PI);
  const [ex, ey] = [Math.cos(edgeAngle), Math.sin(edgeAngle)];
  const bend = random.range(-0.4, 0.4) / shot.width;
  const size = Math.hypot(card[1][0] - card[0][0], card[1][1] - card[0][1]);
  const spots: Ellipse[] = Array.from({ length: shot.glare }, () => {
    const [x, y] = project(map, random.range(0, 1), random.range(0, 1));
    const turn = random.range(0, Math.PI);
    const r = size * random.range(0.05, 0.16);
    return {
      x,
      y,
      rx: r * random.range(1, 2.4),
      ry: r,
      cos: Math.cos(turn),
      sin: Math.sin(turn),
      peak: shot.glarePeak,
    };
  });
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = column * CELL;
      const y = row * CELL;
      const u = x / shot.width - 0.5;
      const v = y / shot.height - 0.5;
      let light = 1 - shot.falloff * (0.5 + tx * u + ty * v) - shot.falloff * 0.4 * (u * u + v * v);
      if (shot.shadow > 0) {
        const along = -(x - edgeX) * ey + (y - edgeY) * ex;
        const across = (x - edgeX) * ex + (y - edgeY) * ey + bend * along * along;
        light *= 1 - shot.shadow / (1 + Math.exp(-across / (shot.shadowEdge / 4)));
      }
      let shine = 0;
      for (const s of spots) {
        const dx = (x - s.x) * s.cos + (y - s.y) * s.sin;
        const dy = -(x - s.x) * s.sin + (y - s.y) * s.cos;
        const r = (dx / s.rx) ** 2 + (dy / s.ry) ** 2;
        if (r < 9) shine += s.peak * Math.exp(-1.6 * r);
      }
      gain[row * columns + column] = light;
      glare[row * columns + column] = shine;
    }
  return { columns, rows, gain, glare };
}
