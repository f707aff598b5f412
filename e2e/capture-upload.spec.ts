import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { card, pathOf } from './cards.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';

/** Keeps every picture that the page shows from its own memory, as `shown`. */
function keepShown(): void {
  const shown: Blob[] = [];
  Object.assign(globalThis, { shown });
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (source) => {
    if (source instanceof Blob) shown.push(source);
    return make(source);
  };
}

/** The bytes of the photo that is shown for review, which are those that are sent. */
const reviewed = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const { shown } = globalThis as unknown as { shown: Blob[] };
    return [...new Uint8Array((await shown.at(-1)?.arrayBuffer()) ?? new ArrayBuffer(0))];
  });

/** The markers of a JPEG's segments up to its pixels (ITU-T T.81, B.1.1.3): FFE1 is Exif and XMP, FFED IPTC. */
function markersOf(bytes: Uint8Array): number[] {
  const markers: number[] = [];
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    markers.push(bytes[at + 1] as number);
    at += 2 + 256 * (bytes[at + 2] as number) + (bytes[at + 3] as number);
  }
  return markers;
}

test('a photo that lies on its side is shown upright, small enough to send, and without what its file said of it', async ({
  page,
  server,
}) => {
  const path = pathOf(card('my-turned-exif6-2mp.jpg'));
  expect(markersOf(readFileSync(path))).toContain(0xe1);
  await page.addInitScript(keepShown);
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.choose(path);
  await expect(person.heading('Can you read everything?')).toBeFocused();
  const photo = page.getByRole('img', { name: 'The photo of your card' });
  const [width, height] = await photo.evaluate((img: HTMLImageElement) => [
    img.naturalWidth,
    img.naturalHeight,
  ]);
  expect(width).toBeGreaterThan(height as number);
  const bytes = Uint8Array.from(await reviewed(page));
  expect(bytes.length).toBeLessThanOrEqual(150_000);
  const markers = markersOf(bytes);
  expect(markers.length).toBeGreaterThan(2);
  // Of what applications write (FFE0 to FFEF, FFFE) JFIF's own segment and the encoder's sRGB profile are left.
  expect(markers.filter((marker) => marker > 0xdf && marker !== 0xe0 && marker !== 0xe2)).toEqual([]);
});

test('a photo under way can be given up, and the next one goes through', async ({ page, server }) => {
  const worker = '**/capture.worker-*.js';
  await page.route(worker, async (route) => {
    const response = await route.fetch();
    // The first photo is decoded for ever.
    const stuck =
      'const Plain = globalThis.ImageDecoder; globalThis.ImageDecoder = function () { globalThis.ImageDecoder = Plain; globalThis.stuck = true; return { decode: () => new Promise(() => undefined), close() {} }; };';
    await route.fulfill({ response, body: `${stuck}${await response.text()}` });
  });
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.choose(pathOf(card('my-wood-1mp.jpg')));
  await expect(page.getByRole('progressbar')).toBeVisible();
  const stuck = () =>
    page.workers()[0]?.evaluate(() => (globalThis as unknown as { stuck?: boolean }).stuck ?? false);
  await expect.poll(stuck).toBe(true);
  await person.tapOn('capture.working.cancel');
  await expect(person.heading('A photo of your card')).toBeVisible();
  await person.choose(pathOf(card('my-wood-1mp.jpg')));
  await expect(person.heading('Can you read everything?')).toBeFocused();
});
