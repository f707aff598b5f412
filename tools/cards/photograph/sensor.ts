import type { Random } from '../random.ts';
import { CELL, type Light } from './light.ts';
import type { Shot } from './shot.ts';

const TABLE = 1 << 16;
const TURN = 2 * Math.PI;

function noiseTable(random: Random): Float32Array {
  const table = new Float32Array(TABLE);
  for (let i = 0; i < TABLE; i++) table[i] = random.gauss();
  return table;
}

let shared: Float32Array | undefined;

/**
 * What the sensor makes of the light that reaches it: exposure, white balance, contrast, light and glare per
 * place, noise that grows with the root of the signal, and the stripes of a display where one was photographed.
 * @param rgb `width * height * 3` bytes, changed in place
 */
export function expose(
  rgb: Uint8ClampedArray,
  shot: Shot,
  light: Light,
  noiseRandom: Random,
  seeded: Random,
): void {
  shared ??= noiseTable(noiseRandom);
  const table = shared;
  const { width, height } = shot;
  const white = [1 + 0.1 * shot.warmth, 1, 1 - 0.13 * shot.warmth] as const;
  const tone = white.map((balance) => {
    const curve = new Float32Array(256);
    for (let v = 0; v < 256; v++)
      curve[v] = Math.max(0, (v - 128) * shot.contrast + 128) * shot.exposure * balance;
    return curve;
  });
  const [red, green, blue] = tone as [Float32Array, Float32Array, Float32Array];
  const rootOf = Float32Array.from({ length: 512 }, (_, v) => Math.sqrt((v + 24) / 152));
  const gainRow = new Float32Array(light.columns);
  const glareRow = new Float32Array(light.columns);
  const stripes = shot.medium === 'screen';
  const pitch = seeded.range(2.05, 3.6);
  const lean = seeded.range(-0.06, 0.06);
  const depth = stripes ? seeded.range(0.06, 0.16) : 0;
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / CELL);
    const fy = y / CELL - row;
    for (let k = 0; k < light.columns; k++) {
      const i = row * light.columns + k;
      gainRow[k] = light.gain[i]! * (1 - fy) + light.gain[i + light.columns]! * fy;
      glareRow[k] = light.glare[i]! * (1 - fy) + light.glare[i + light.columns]! * fy;
    }
    let n = seeded.int(0, TABLE - 1);
    const m = seeded.int(0, TABLE - 1);
    const rowStripe = stripes ? 1 - depth * Math.sin((y / pitch) * TURN * 1.013) : 1;
    for (let x = 0; x < width; x++) {
      const column = (x / CELL) | 0;
      const fx = x / CELL - column;
      const gain = gainRow[column]! * (1 - fx) + gainRow[column + 1]! * fx;
      const shine = 255 * (glareRow[column]! * (1 - fx) + glareRow[column + 1]! * fx);
      const o = (y * width + x) * 3;
      let r = red[rgb[o]!]! * gain;
      let gr = green[rgb[o + 1]!]! * gain;
      let b = blue[rgb[o + 2]!]! * gain;
      if (stripes) {
        // A display's red, green and blue stand a third of a pixel apart: hence the coloured moiré.
        const phase = ((x + y * lean) / pitch) * TURN;
        r *= rowStripe * (1 + depth * Math.sin(phase));
        gr *= rowStripe * (1 + depth * Math.sin(phase + TURN / 3));
        b *= rowStripe * (1 + depth * Math.sin(phase + (2 * TURN) / 3));
      }
      const pale = (0.3 * r + 0.6 * gr + 0.1 * b) * (1 - shot.saturation) + shine;
      r = r * shot.saturation + pale;
      gr = gr * shot.saturation + pale;
      b = b * shot.saturation + pale;
      n = (n + 1) & (TABLE - 1);
      const root = shot.noise * rootOf[gr < 511 ? gr | 0 : 511]!;
      const luma = table[n]! * root * 0.85;
      const chroma = root * 0.5;
      rgb[o] = r + luma + table[(n * 3 + m) & (TABLE - 1)]! * chroma;
      rgb[o + 1] = gr + luma;
      rgb[o + 2] = b + luma + table[(n * 5 + m) & (TABLE - 1)]! * chroma;
    }
  }
}
