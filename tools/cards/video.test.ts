import { expect, test } from 'vitest';
import { drawCard } from './draw/index.ts';
import { FPS, film } from './video.ts';

test('a film is JPEG frames back to back, with its phases marked', async () => {
  const card = drawCard(1, { country: 'my' });
  const phases = [
    { name: 'empty', seconds: 0.5, empty: true },
    { name: 'good', seconds: 0.7, shake: 1 },
  ];
  const { mjpeg, frames, marks } = await film(card, 1, phases, { width: 320, height: 180, cardWidth: 220 });
  expect(frames).toBe(Math.round(1.2 * FPS));
  let starts = 0;
  for (let i = 0; i + 2 < mjpeg.length; i++)
    if (mjpeg[i] === 0xff && mjpeg[i + 1] === 0xd8 && mjpeg[i + 2] === 0xff) starts++;
  expect(starts).toBe(frames);
  expect(marks.map((m) => [m.name, m.firstFrame, m.quad === null])).toEqual([
    ['empty', 0, true],
    ['good', 15, false],
  ]);
});
