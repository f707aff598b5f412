import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { card, pathOf } from './cards.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';

const here = (name: string) => fileURLToPath(new URL(`capture-files/${name}`, import.meta.url));
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Makes every request for the camera fail as a browser would. */
const refuseCamera = (page: Page, name: string, message: string) =>
  page.addInitScript(
    ([errorName, errorMessage]) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(errorMessage, errorName));
    },
    [name, message] as const,
  );

const FAILURES = [
  ['NotAllowedError', 'Permission denied', 'The camera is blocked', 'Try again'],
  ['NotAllowedError', 'Permission dismissed', 'The camera waits for your yes', 'Try again'],
  ['NotAllowedError', 'Permission denied by system', 'The device blocks the camera', 'Try again'],
  ['NotFoundError', 'Requested device not found', 'No camera found', 'Try again'],
  ['NotReadableError', 'Could not start video source', 'The camera is busy', 'Try again'],
  ['OverconstrainedError', '', 'The camera could not be set up', 'Try again'],
  ['AbortError', 'Timeout starting video source', 'The camera does not answer', 'Try again'],
] as const;

for (const [name, message, title, next] of FAILURES) {
  test(`${name} (${message || 'no message'}): ${title}`, async ({ page, server }) => {
    await refuseCamera(page, name, message);
    // Headless Chromium answers the permission by itself; here the person has refused.
    if (title === 'The camera is blocked') {
      await page.addInitScript(() => {
        navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
      });
    }
    const person = new Person(page);
    await person.reachPhoto(server.url, 'Malaysia');
    await person.tap('Take a photo');
    await expect(heading(page, title)).toBeVisible();
    await expect(page.getByRole('button', { name: next })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Upload a photo instead' })).toBeVisible();
    if (title === 'The camera is blocked') await expect(page.getByText(/address bar/)).toBeVisible();
  });
}

test('an insecure page, a page without camera, and a page whose frame forbids it lead to the upload', async ({
  page,
  server,
}) => {
  const worlds = [
    [
      'This page may not use the camera',
      () => {
        Object.defineProperty(globalThis, 'isSecureContext', { value: false });
        Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
      },
    ],
    [
      'This browser has no camera access',
      () => {
        Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
      },
    ],
    [
      'The site around this page blocks the camera',
      () => {
        const policy = { allowsFeature: () => false };
        Object.defineProperty(document, 'featurePolicy', { value: policy });
        Object.defineProperty(document, 'permissionsPolicy', { value: policy });
      },
    ],
  ] as const;
  for (const [title, world] of worlds) {
    const other = await page.context().newPage();
    await other.addInitScript(world);
    const person = new Person(other);
    await person.reachPhoto(server.url, 'Malaysia');
    await person.tap('Take a photo');
    await expect(heading(other, title)).toBeVisible();
    const chooser = other.waitForEvent('filechooser');
    await person.tap('Upload a photo instead');
    await (await chooser).setFiles(pathOf(card('my-wood-1mp.jpg')));
    await expect(heading(other, 'Can you read everything?')).toBeVisible();
    await other.close();
  }
});

test('a worker that cannot start costs the guidance, not the photo', async ({ page, server }) => {
  await page.addInitScript(() => {
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('blocked', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.choose(pathOf(card('my-wood-1mp.jpg')));
  await expect(heading(page, 'Can you read everything?')).toBeVisible();
});

/** Runs `before` in the capture worker ahead of its own code; the returned function ends that. */
async function inWorker(page: Page, before: string): Promise<() => Promise<void>> {
  const worker = '**/capture.worker-*.js';
  await page.route(worker, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${before};${await response.text()}` });
  });
  return () => page.unroute(worker);
}

const NO_MEMORY = "throw new RangeError('Array buffer allocation failed')";
const OUT_OF_MEMORY = {
  'an allocation fails': `globalThis.ImageDecoder = globalThis.createImageBitmap = function () { ${NO_MEMORY} }`,
  'the worker dies': `globalThis.ImageDecoder = function () { setTimeout(() => { ${NO_MEMORY} }); return { decode: () => new Promise(() => undefined), close() {} } }`,
};

for (const [how, before] of Object.entries(OUT_OF_MEMORY)) {
  test(`out of memory (${how}): said so, and the next photo gets a new worker`, async ({ page, server }) => {
    const restore = await inWorker(page, before);
    const person = new Person(page);
    await person.reachPhoto(server.url, 'Malaysia');
    await person.choose(pathOf(card('my-wood-1mp.jpg')));
    await expect(heading(page, 'Not enough memory')).toBeFocused();
    await expect(page.getByText(/Close other tabs/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Type everything by hand' })).toBeVisible();
    await restore();
    const chooser = page.waitForEvent('filechooser');
    await person.tap('Choose another');
    await (await chooser).setFiles(pathOf(card('my-wood-1mp.jpg')));
    await expect(heading(page, 'Can you read everything?')).toBeVisible();
  });
}

test('offline: the part that is missing is named, and "Try again" goes on with the same photo', async ({
  page,
  server,
}) => {
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await page.context().setOffline(true);
  await person.tap('Try it with a specimen card');
  await expect(heading(page, 'No connection')).toBeFocused();
  await page.context().setOffline(false);
  await person.tapOn('capture.back');

  await page.route('**/heic-*.js', (route) => route.abort('internetdisconnected'));
  await person.choose(here('specimen.heic'));
  await expect(heading(page, 'No connection')).toBeFocused();
  await page.unroute('**/heic-*.js');
  await person.tap('Try again');
  await expect(heading(page, 'Can you read everything?')).toBeVisible();
});

const text = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(content),
});

test('a file that cannot be a photo of a card is stopped here with a reason, and the next one works', async ({
  page,
  server,
}) => {
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/readings/')) sent += 1;
  });
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  const whole = readFileSync(pathOf(card('my-wood-1mp.jpg')));
  const wrong = [
    [text('letter.jpg', 'Dear Sir or Madam, here is my card.'), 'That is not a photo'],
    [text('nothing.jpg', ''), 'The file is empty'],
    [text('half.jpg', whole.subarray(0, 3_000)), 'The photo cannot be opened'],
    [text('film.jpg', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1')), 'That is a video'],
    [pathOf(card('blurred-my.jpg')), 'Too blurred to read'],
  ] as const;
  for (const [file, title] of wrong) {
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /^Choose a(nother| photo)/ })
      .first()
      .click();
    await (await chooser).setFiles(file);
    await expect(heading(page, title)).toBeVisible();
  }
  const chooser = page.waitForEvent('filechooser');
  await person.tap('Choose another');
  await (await chooser).setFiles(pathOf(card('my-wood-1mp.jpg')));
  await expect(heading(page, 'Can you read everything?')).toBeVisible();
  expect(sent).toBe(0);
});

for (const kind of ['drop', 'paste'] as const) {
  test(`a photo comes by ${kind}`, async ({ page, server }) => {
    const bytes = [...readFileSync(pathOf(card('my-wood-1mp.jpg')))];
    await new Person(page).reachPhoto(server.url, 'Malaysia');
    await page.evaluate(
      ([type, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], 'card.jpg', { type: 'image/jpeg' }));
        document.body.dispatchEvent(
          type === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
        );
      },
      [kind, bytes] as const,
    );
    await expect(heading(page, 'Can you read everything?')).toBeVisible();
  });
}

test('a HEIC photo opens, under the server’s own policy', async ({ page, server }) => {
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.choose(here('specimen.heic'));
  await expect(heading(page, 'Can you read everything?')).toBeVisible();
});
