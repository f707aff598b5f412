import { type Page, test } from '@playwright/test';
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
    await expect(page.getByRole('main')).toContainText(/connection|line|connected|reach/i);
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

test('SIGTERM ends it cleanly, and what was written is there afterwards', async () => {
  expect(await server.stop()).toBe(0);
  await server.start();
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});
