import { type Page, type Route, test } from '@playwright/test';
import { card, pathOf } from './cards.ts';
import { expect } from './fixtures.ts';
import { Person } from './person.ts';
import { type KenalServer, kenalServer } from './server.ts';
import { countApplications, storedApplication } from './stored.ts';

/** The server ends in the middle and comes back: nothing is lost, nothing happens twice. */
let server: KenalServer;
test.beforeEach(async () => {
  server = await kenalServer();
  await server.start();
});
test.afterEach(() => server.destroy());

test('gone while the photo is sent, and back: the same photo is read', async ({ page }) => {
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await person.choose(pathOf(card('my-wood-1mp.jpg')));
  await expect(page.getByRole('button', { name: 'Use this photo' })).toBeVisible();
  expect(await server.stop()).toBe(0);
  await person.acceptPhoto();
  await expect(
    page.getByRole('heading', { level: 1, name: /did not get through|cannot be read/ }),
  ).toBeVisible();
  await server.start();
  await person.tap('Try again');
  await person.seesForm();
});

test('another try of a slow reading is not called slow at once, and one sentence of it is read out', async ({
  page,
}) => {
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  const held: Route[] = [];
  await page.route('**/api/readings/*', (route) => void held.push(route));
  await person.tapOn('capture.choose.specimen');
  await person.acceptPhoto();
  const slow = page.getByText(person.says('reading.slow'));
  await expect(slow).toBeVisible();
  await expect(page.getByRole('status').first()).not.toContainText('%');
  for (const route of held.splice(0)) await route.abort();
  await person.tapOn('app.again');
  await expect(person.heading(person.says('reading.title'))).toBeVisible();
  expect(await slow.count()).toBe(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const country of ['Malaysia', 'Pakistan'] as const)
  test(`${country}: killed before Send, and back: one application, nothing typed twice`, async ({ page }) => {
    const person = new Person(page);
    await person.reachPhoto(server.url, country);
    await person.tap(/specimen/);
    await person.acceptPhoto();
    await person.seesForm();
    await person.field(/E-mail or phone/).fill('patience@example.com');
    await server.stop('SIGKILL');
    await person.send();
    await expect(page.getByText(person.says('form.waiting.title'))).toBeVisible();
    await expect(person.field(/E-mail or phone/)).toHaveValue('patience@example.com');
    await server.start();
    // The app tries by itself; a person may also ask.
    const again = page.getByRole('button', { name: /^(Send|Try again)/ }).first();
    await again.click({ timeout: 5_000 }).catch(() => undefined);
    const { fields } = await storedApplication(server.dataDir, await person.reference());
    expect(fields.contact?.value).toBe('patience@example.com');
    expect(countApplications(server.dataDir)).toBe(1);
  });

/** The office gets the submission, and its answer is lost on the way back. */
async function loseAnswers(page: Page, times: number): Promise<void> {
  let lost = 0;
  await page.route('**/api/applications', async (route) => {
    if (route.request().method() !== 'POST' || lost >= times) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
}

async function reachSend(page: Page): Promise<Person> {
  const person = new Person(page);
  await person.reachForm(server.url, 'Malaysia');
  await person.field(/E-mail or phone/).fill('lost@example.com');
  return person;
}

test('the answer to Send is lost: it is asked for again, and there is one application', async ({ page }) => {
  const person = await reachSend(page);
  await loseAnswers(page, 2);
  await person.send();
  await expect(page.getByText(person.says('form.waiting.title'))).toBeVisible();
  const reference = await person.reference();
  expect((await storedApplication(server.dataDir, reference)).fields.contact?.value).toBe('lost@example.com');
  expect(countApplications(server.dataDir)).toBe(1);
});

test('the answer to Send is lost with the page: after a reload the receipt is there', async ({ page }) => {
  const person = await reachSend(page);
  await loseAnswers(page, 99);
  await person.send();
  await expect(page.getByText(person.says('form.waiting.title'))).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await storedApplication(server.dataDir, await person.reference());
  expect(countApplications(server.dataDir)).toBe(1);
});

test('whoever stops waiting and leaves the form sends nothing, though the line comes back', async ({
  page,
}) => {
  const person = await reachSend(page);
  await page.route('**/api/applications', (route) => route.abort());
  await person.field(/E-mail or phone/).press('Enter');
  await expect(page.getByText(person.says('form.waiting.title'))).toBeVisible();
  // The field that had the focus is inert by now.
  await expect(page.getByRole('button', { name: person.says('form.sending') })).toBeFocused();
  const back = page.getByRole('button', { name: person.says('app.back') });
  await expect(back).toBeDisabled();
  await expect(page.getByRole('button', { name: person.says('form.discard') })).toBeDisabled();
  // The browser's own way back is always there: it stops the sending too.
  await page.goBack();
  await expect(person.heading(person.says('capture.choose.title'))).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.goForward();
  await expect(person.field(/E-mail or phone/)).toHaveValue('lost@example.com');
  await expect(back).toBeEnabled();
  expect(countApplications(server.dataDir)).toBe(0);
  await person.send();
  await storedApplication(server.dataDir, await person.reference());
  expect(countApplications(server.dataDir)).toBe(1);
});

test('what cannot be erased is said to be so, and is erased when it can be', async ({ page }) => {
  const person = await reachSend(page);
  await page.route('**/api/draft', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await person.tapOn('form.discard');
  await person.tapOn('form.discard.yes');
  await expect(page.getByText(person.says('form.discard.failed'))).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const erased = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await person.tapOn('form.discard.yes');
  expect((await erased).status()).toBe(204);
  await expect(person.heading(person.says('welcome.title'))).toBeVisible();
});

test('SIGTERM ends it cleanly, and what was written is there afterwards', async () => {
  expect(await server.stop()).toBe(0);
  await server.start();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
