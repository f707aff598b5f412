import sharp from 'sharp';
import { expect, test } from 'vitest';
import { namesEditor } from './edited.ts';

const photo = (software: string) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .withExif({ IFD0: { Software: software } })
    .jpeg()
    .toBuffer();

test('an editor that names itself is a sign, a camera is none', async () => {
  expect(namesEditor(await photo('Adobe Photoshop 26.1 (Windows)'))).toBe(true);
  expect(namesEditor(await photo('MediaTek Camera Application'))).toBe(false);
});
