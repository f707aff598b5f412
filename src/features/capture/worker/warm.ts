import { CARD_ASPECT, findCard, judge, type Raster, trackCard } from '#src/imaging/index.ts';

/**
 * Rounds after which a browser has compiled what the analysis runs through, and ms after which a slow phone is
 * left alone: the camera's first frames are then not the slowest.
 */
const ROUNDS = 8;
const ENOUGH_MS = 400;

const [WIDTH, HEIGHT] = [640, 360];

/** A frame like a camera's: a card with lines of print on a grained table, moved by `shift` px. */
export function drawPractice(shift: number): Raster {
  const [left, top, width] = [110 + shift, 50 + shift / 2, 400];
  const height = width / CARD_ASPECT;
  const pixels = new Uint32Array(WIDTH * HEIGHT);
  let noise = 1;
  for (let y = 0, i = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++, i++) {
      // Numerical Recipes' linear congruential generator: the grain of a sensor.
      noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
      const [u, v] = [x - left, y - top];
      const onCard = u >= 0 && v >= 0 && u < width && v < height;
      const line = Math.floor(v / 9);
      const ink = line % 2 === 1 && u > 20 && u < 240 && Math.sin(u * 0.9 + 5 * line) > -0.3;
      const value = (onCard ? (ink ? 50 : 200) : 90 + 20 * Math.sin(y / 7)) + (noise >>> 29);
      pixels[i] = 0xff000000 | (value << 16) | (value << 8) | value;
    }
  }
  return { data: new Uint8Array(pixels.buffer), width: WIDTH, height: HEIGHT, channels: 4 };
}

/** Moved by so much, the card is out of the picture. */
const FAR_AWAY = 4 * WIDTH;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Looks at drawn frames, one at a time, so that whatever is asked of the worker comes first; ends when
 * `needed` says that there is real work.
 */
export async function warmUp(needed: () => boolean, now = () => performance.now()): Promise<void> {
  const began = now();
  for (let round = 0; round < ROUNDS && !needed() && now() - began < ENOUGH_MS; round++) {
    practise(round);
    await pause();
  }
}

function practise(round: number): void {
  const frame = drawPractice(2 * round);
  const card = findCard(frame);
  if (card) {
    judge(frame, card.quad);
    trackCard(drawPractice(2 * round + 2), card);
  }
  findCard(drawPractice(FAR_AWAY));
}
