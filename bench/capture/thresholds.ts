/**
 * What the live view's limits are chosen from: how `imaging` measures drawn frames with one fault each, at the
 * 640 px of the live view. `node bench/capture/thresholds.ts` prints the table of
 * docs/decisions/020-capture-thresholds.md.
 */
import { downscale, findCard, judge, quadIoU, type Raster, toGray, trackMotion } from '#src/imaging/index.ts';
import { capture, drawCard, negative, type PhotographOptions } from '#tools/cards/index.ts';
import { quantile, round } from '../lib/stats.ts';

const FRAME: PhotographOptions = { clean: true, width: 1_920, height: 1_080, noise: 1.2, defocus: 0.5 };
const FIND_SIDE = 640;
const SEEDS = [1, 2, 3, 4, 5, 6];
const BACKGROUNDS = ['wood', 'cloth', 'keyboard', 'hand', 'stone', 'pattern'] as const;

async function frame(seed: number, options: PhotographOptions) {
  const card = drawCard(seed, { country: seed % 2 === 0 ? 'my' : 'pk' });
  const background = BACKGROUNDS[seed % BACKGROUNDS.length] ?? 'wood';
  const { rgb, shot, truth } = await capture(card, seed, {
    ...FRAME,
    background,
    cardWidth: 1_300,
    ...options,
  });
  const raster: Raster = { data: rgb, width: shot.width, height: shot.height, channels: 3 };
  const small = downscale(raster, FIND_SIDE);
  const scale = small.width / raster.width;
  return { small, quad: truth.quad.map(([x, y]) => [x * scale, y * scale] as const) };
}

const spread = (values: readonly number[]) =>
  values.length === 0 ? '–' : [0, 0.5, 1].map((q) => round(quantile(values, q), 3)).join(' ');

async function row(name: string, options: PhotographOptions): Promise<void> {
  const all = {
    score: [] as number[],
    iou: [] as number[],
    sharp: [] as number[],
    glare: [] as number[],
    bright: [] as number[],
    tilt: [] as number[],
    mean: [] as number[],
  };
  let missed = 0;
  for (const seed of SEEDS) {
    const { small, quad } = await frame(seed, options);
    const gray = toGray(small);
    all.mean.push(Array.from(gray.data).reduce((sum, value) => sum + value, 0) / gray.data.length / 255);
    const found = findCard(small);
    if (found === null) {
      missed += 1;
      continue;
    }
    const quality = judge(small, found.quad);
    all.score.push(found.score);
    all.iou.push(quadIoU(found.quad, quad as never));
    all.sharp.push(quality.sharpness);
    all.glare.push(quality.glare.fraction);
    all.bright.push(quality.brightness);
    all.tilt.push(found.tilt);
  }
  console.log(
    `${name.padEnd(26)} missed ${missed}  score ${spread(all.score)} | iou ${spread(all.iou)} | sharp ${spread(all.sharp)} | glare ${spread(all.glare)} | bright ${spread(all.bright)} | tilt ${spread(all.tilt)} | frame ${spread(all.mean)}`,
  );
}

console.log('lowest, median, highest over six cards on six backgrounds');
for (const defocus of [0, 0.5, 1, 1.5, 2, 3, 4, 6]) await row(`defocus ${defocus}`, { defocus });
for (const cardWidth of [400, 600, 800, 1_000]) await row(`card width ${cardWidth}`, { cardWidth });
for (const motion of [3, 6, 9, 15]) await row(`motion blur ${motion}`, { motion });
for (const tilt of [10, 20, 30, 40]) await row(`tilt ${tilt}`, { tilt, cardWidth: 1_100 });
for (const glare of [1, 2])
  for (const glarePeak of [0.5, 0.75, 1]) await row(`glare ${glare} of ${glarePeak}`, { glare, glarePeak });
for (const exposure of [0.1, 0.2, 0.35, 0.5, 1.3, 1.6, 2])
  await row(`exposure ${exposure}`, { exposure, noise: 3 });
for (const crop of [0.01, 0.03, 0.05]) await row(`crop ${crop}`, { crop });
await row('empty', { empty: true });

const others: number[] = [];
for (let seed = 0; seed < 16; seed++) {
  const { rgb, shot } = await capture(negative(seed), seed, {
    ...FRAME,
    background: BACKGROUNDS[seed % 6] ?? 'wood',
  });
  const small = downscale({ data: rgb, width: shot.width, height: shot.height, channels: 3 }, FIND_SIDE);
  others.push(findCard(small)?.score ?? 0);
}
console.log(`other things: scores ${others.map((score) => round(score, 2)).join(' ')}`);

const eighty = async (shift: number) =>
  toGray(downscale((await frame(1, { shiftX: shift, cardWidth: 1_200 })).small, 80));
const still = await eighty(0);
for (const shift of [1, 2, 4, 8, 16, 32]) {
  console.log(
    `moved ${shift} px of 1,920 between frames: motion ${round(trackMotion(still, await eighty(shift)), 4)}`,
  );
}
