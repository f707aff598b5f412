/**
 * Writes a fake camera's film: `node tools/cards/make-video.ts OUT.mjpeg [my|pk] [seed] [phase …]`.
 * Phases are names of the standard scenario, in the order wanted; without any, all of them.
 */
import { writeFileSync } from 'node:fs';
import { drawCard } from './draw/index.ts';
import { film, SCENARIO } from './video.ts';

const [out = 'camera.mjpeg', country = 'my', seed = '1', ...names] = process.argv.slice(2);
const phases = names.map((name) => {
  const phase = SCENARIO.find((p) => p.name === name);
  if (!phase) throw new Error(`no phase ${name}; there are ${SCENARIO.map((p) => p.name).join(', ')}`);
  return phase;
});
const card = drawCard(Number(seed), { country: country === 'pk' ? 'pk' : 'my', clear: true });
const video = await film(card, seed, phases.length > 0 ? phases : SCENARIO);
writeFileSync(out, video.mjpeg);
process.stdout.write(
  `${JSON.stringify({ frames: video.frames, bytes: video.mjpeg.length, message: card.message, marks: video.marks })}\n`,
);
