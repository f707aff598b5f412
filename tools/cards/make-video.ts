/**
 * Writes a fake camera's film: `node tools/cards/make-video.ts OUT.mjpeg [my|pk] [seed] [720x1280] [phase …]`.
 * Phases are names of the standard scenario, in the order wanted; without any, all of them.
 */
import { writeFileSync } from 'node:fs';
import { drawCard, film, SCENARIO } from './index.ts';

/** Share of the frame that a well-held card fills, across and down. */
const FILL = 0.8;

const [out = 'camera.mjpeg', country = 'my', seed = '1', ...rest] = process.argv.slice(2);
const size = /^(\d+)x(\d+)$/.exec(rest[0] ?? '');
const names = size ? rest.slice(1) : rest;
const [width, height] = size ? [Number(size[1]), Number(size[2])] : [1280, 720];
const phases = names.map((name) => {
  const phase = SCENARIO.find((p) => p.name === name);
  if (!phase) throw new Error(`no phase ${name}; there are ${SCENARIO.map((p) => p.name).join(', ')}`);
  return phase;
});
const card = drawCard(Number(seed), { country: country === 'pk' ? 'pk' : 'my', clear: true });
const video = await film(card, seed, phases.length > 0 ? phases : SCENARIO, {
  width,
  height,
  cardWidth: FILL * Math.min(width, height * 1.586),
});
writeFileSync(out, video.mjpeg);
process.stdout.write(
  `${JSON.stringify({ frames: video.frames, bytes: video.mjpeg.length, message: card.message, marks: video.marks })}\n`,
);
