import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { drawCard, film, SCENARIO } from '#tools/cards/index.ts';
import { cameraThatPlays } from './camera.ts';
import { test as base, expect } from './fixtures.ts';
import { Person } from './person.ts';

const CARD = drawCard(1, { country: 'my', clear: true });
const FILM = fileURLToPath(new URL('../.cache/films/calm-scenario-my-1.mjpeg', import.meta.url));
/** A film's tremor comes in jumps every third frame; one of 3 px would be "moving" and "blurred" by turns. */
const TREMOR = 2;
/** Each fault lasts long enough to be said also where other work takes most of the processor. */
const PHASES = SCENARIO.map(({ shake = 0, ...phase }) => ({
  ...phase,
  shake: Math.min(TREMOR, shake),
  seconds: Math.max(3, phase.seconds),
}));

/** Chromium whose camera plays the scenario: empty desk, far, tilted, blurred, glare, good. */
const test = base.extend({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => use(await cameraThatPlays(FILM, async () => (await film(CARD, 1, PHASES)).mjpeg)),
    { scope: 'worker' },
  ],
});

/** Notes down each sentence that the camera's status says, in order, without repeats. */
function noteInstructions(): void {
  const said: string[] = [];
  Object.assign(globalThis, { said });
  setInterval(() => {
    const text = document.querySelector('.k-camera [role=status]')?.textContent ?? '';
    if (text !== '' && said.at(-1) !== text) said.push(text);
  }, 15);
}
const saidIn = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

const WAY = [
  'Hold the card in the frame',
  'Come closer',
  'Hold the card flat to the camera',
  'Blurred. Hold still, or move back a little',
  /^Light is mirrored .+\. Tilt the card a little$/,
  'Good, hold still',
  'Photo taken',
];

/** The first instruction that was not said in its turn; null where all were. */
function missing(said: readonly string[]): string | RegExp | null {
  let from = 0;
  for (const step of WAY) {
    const at = said.findIndex(
      (text, i) => i >= from && (typeof step === 'string' ? text === step : step.test(text)),
    );
    if (at < 0) return step;
    from = at + 1;
  }
  return null;
}

for (const frames of ['streamed', 'grabbed'] as const) {
  test(`the camera guides, takes one photo by itself, and it reads right (frames ${frames})`, async ({
    page,
    server,
  }) => {
    test.setTimeout(480_000);
    if (frames === 'grabbed') {
      // Firefox and Safari have no such processor: frames are fetched from the video one by one.
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor'));
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    const person = new Person(page);
    await person.reachPhoto(server.url, 'Malaysia');
    const review = page.getByRole('heading', { level: 1, name: 'Can you read everything?' });
    await page.evaluate(noteInstructions);
    await person.tap('Take a photo');
    await expect(review).toBeVisible({ timeout: 90_000 });
    let said = await saidIn(page);
    // The film plays in real time: a machine that is busy for a second misses a phase. It is shown again then.
    for (let again = 0; again < 3 && missing(said) !== null; again++) {
      await page.evaluate(noteInstructions);
      await person.tapOn('capture.review.again');
      await expect(review).toBeHidden();
      await expect(review).toBeVisible({ timeout: 90_000 });
      said = await saidIn(page);
    }
    expect(missing(said), said.join(' | ')).toBeNull();
    expect(said.filter((text) => text === 'Photo taken')).toHaveLength(1);
    await person.acceptPhoto();
    await person.seesForm();
    const message = CARD.message as Record<string, string>;
    await expect(person.field(/MyKad number/)).toHaveValue(message.CardNumber as string);
    await expect(person.field(/Full name/)).toHaveValue(message.Name as string);
  });
}

/** All tracks that the page was given, as `tracks`. */
function keepTracks(): void {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(globalThis, { tracks });
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await ask(wish);
    tracks.push(...stream.getTracks());
    return stream;
  };
}

const states = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.map((t) => t.readyState),
  );

test('keyboard alone: open the camera, press the shutter, see the photo; Escape leaves and stops the camera', async ({
  page,
  server,
}) => {
  await page.addInitScript(keepTracks);
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await page.getByRole('button', { name: 'Take a photo' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take the photo now' })).toBeFocused();
  await expect(page.getByText('Come closer')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Take a photo' })).toBeVisible();
  expect(new Set(await states(page))).toEqual(new Set(['ended']));

  await page.getByRole('button', { name: 'Take a photo' }).press('Enter');
  await expect(page.getByText(/Light is mirrored/)).toBeVisible({ timeout: 40_000 });
  await page.keyboard.press('Enter');
  // By hand the person may take it with glare: it is shown with its warning and may be overruled.
  await expect(page.getByRole('heading', { level: 1, name: 'Can you read everything?' })).toBeVisible();
  expect(new Set(await states(page))).toEqual(new Set(['ended']));
});

const lastTrack = (event: 'ended' | 'mute' | 'unmute') =>
  (globalThis as unknown as { tracks: MediaStreamTrack[] }).tracks.at(-1)?.dispatchEvent(new Event(event));

test('a stream that dies in the middle says so and starts again; one that a call holds goes on by itself', async ({
  page,
  server,
}) => {
  await page.addInitScript(keepTracks);
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.tap('Take a photo');
  await expect(page.getByText('Hold the card in the frame')).toBeVisible();
  await page.evaluate(lastTrack, 'mute' as const);
  await expect(page.getByText(/held by a call or another app/)).toBeVisible();
  await page.evaluate(lastTrack, 'unmute' as const);
  await expect(page.getByText(/held by a call or another app/)).toBeHidden();
  await page.evaluate(lastTrack, 'ended' as const);
  await expect(person.heading('The camera stopped')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Upload a photo instead' })).toBeVisible();
  await person.tap('Try again');
  await expect(page.locator('.k-camera [role=status]')).toHaveText(/frame|closer|still|flat/);
});

/** The page is hidden or shown, as when its tab or the phone's screen changes. */
function turnPage(state: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

test('the camera is off while the page is hidden, and on again when it is shown', async ({
  page,
  server,
}) => {
  await page.addInitScript(keepTracks);
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.tap('Take a photo');
  await expect(page.getByText('Hold the card in the frame')).toBeVisible();
  await page.evaluate(turnPage, 'hidden' as const);
  await expect.poll(async () => new Set(await states(page))).toEqual(new Set(['ended']));
  await page.evaluate(turnPage, 'visible' as const);
  await expect.poll(async () => (await states(page)).at(-1)).toBe('live');
  await expect(page.locator('.k-camera [role=status]')).toHaveText(/frame|closer|still|flat/);
});

test('where no worker starts the camera goes on without guidance, and the shutter still answers', async ({
  page,
  server,
}) => {
  await page.route('**/capture.worker-*.js', (route) => route.abort('blockedbyclient'));
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.tap('Take a photo');
  await expect(page.getByText('Fill the frame with the card and press the button.')).toBeVisible();
  await page.keyboard.press('Space');
  // What the film shows then may be no card at all: either screen has its next step.
  await expect(
    person.heading(/Can you read everything\?|No card in sight|Too blurred to read/),
  ).toBeFocused();
});

test('a shutter pressed before the camera has shown anything waits for its first frame', async ({
  page,
  server,
}) => {
  await page.route('**/capture.worker-*.js', (route) => route.abort('blockedbyclient'));
  await page.addInitScript(() => {
    const press = () => {
      const shutter = document.querySelector<HTMLElement>('.k-camera [data-first-focus]');
      if (shutter?.getAttribute('aria-disabled') === null) shutter.click();
      else requestAnimationFrame(press);
    };
    press();
  });
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.tap('Take a photo');
  await expect(
    person.heading(/Can you read everything\?|No card in sight|Too blurred to read/),
  ).toBeFocused();
});

test('by keyboard and screen reader alone: nothing behind the camera is reached, each step is said, and the photo is used', async ({
  page,
  server,
}) => {
  const person = new Person(page);
  person.press = async (button) => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await person.reachPhoto(server.url, 'Malaysia');
  await expect(person.heading('A photo of your card')).toBeFocused();
  await person.tap('Take a photo');
  const camera = page.getByRole('dialog', { name: 'Camera' });
  const shutter = camera.getByRole('button', { name: 'Take the photo now' });
  await expect(shutter).toBeFocused();
  await expect(camera.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  // The way round: every stop has a name, and none lies behind the camera.
  const stops = new Set<string>();
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    stops.add(
      await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return 'the browser';
        return at.closest('dialog') ? (at.getAttribute('aria-label') ?? at.textContent ?? '') : 'behind';
      }),
    );
  }
  expect([...stops].sort()).toEqual(
    expect.arrayContaining(['Close the camera', 'Take the photo now', 'Upload']),
  );
  expect(stops).not.toContain('behind');
  expect(stops).not.toContain('');
  // The photo is taken by itself; its screen begins at its heading and says how good the photo is.
  await expect(person.heading('Can you read everything?')).toBeFocused({ timeout: 90_000 });
  await expect(page.getByRole('status').filter({ hasText: 'The card is sharp and whole.' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'The photo of your card' })).toBeVisible();
  await person.tap('Use this photo');
  await person.seesForm();
});

test('the camera view has no accessibility fault and names its controls', async ({ page, server }) => {
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.tap('Take a photo');
  await expect(page.getByRole('dialog', { name: 'Camera' })).toBeVisible();
  await expect(page.getByText('Hold the card in the frame')).toBeVisible();
  for (const name of ['Close the camera', 'Take the photo now', 'Upload']) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join()}`)).toEqual([]);
});
