import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';
import type { KenalServer } from './server.ts';
import { say } from './words.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const READY = { name: say('en', 'form.title.read') };

/** A person at a desktop who has asked for the phone's camera: the link and the code that they see. */
async function offer(browser: Browser, server: KenalServer) {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-MY' });
  const page = await context.newPage();
  const person = new Person(page);
  await person.reachPhoto(server.url, 'Malaysia');
  await page.getByRole('button', { name: say('en', 'capture.choose.phone') }).click();
  const link = page.getByText(/\/handoff#/);
  await expect(link).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code with the link for your phone' })).toBeVisible();
  const code = await page.getByText(/^\d{4}$/).textContent();
  return { page, url: (await link.textContent()) ?? '', code: code ?? '' };
}

async function openOnPhone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: PHONE,
    locale: 'en-MY',
    hasTouch: true,
    isMobile: true,
  });
  const phone = await context.newPage();
  await phone.goto(url);
  return phone;
}

async function type(phone: Page, code: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'The number on your other screen' }).fill(code);
  await phone.getByRole('button', { name: 'Go on', exact: true }).click();
}

/** A desktop and the phone that goes on for it. */
async function joined(browser: Browser, server: KenalServer) {
  const { page, url, code } = await offer(browser, server);
  const phone = await openOnPhone(browser, url);
  await type(phone, code);
  return { page, phone };
}

async function photograph(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: say('en', 'capture.choose.specimen') }).click();
  await phone.getByRole('button', { name: say('en', 'capture.review.use') }).click();
}

/** Resolves when a form is stored. */
const stored = (at: Page) =>
  at.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/draft') &&
      answer.request().method() === 'PUT' &&
      answer.request().postDataJSON().step === 'form',
  );

test.describe('a hand-off to the phone', () => {
  test.afterEach(({ browser }) => Promise.all(browser.contexts().map((context) => context.close())));

  test('the phone takes the photo, the desktop goes on by itself and sends', async ({ browser, server }) => {
    const { page, url, code } = await offer(browser, server);
    const phone = await openOnPhone(browser, url);
    // An address is copied and kept: the secret leaves it at once.
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    expect(phone.url()).not.toContain('#');
    await expect(page.getByText('Your phone has opened the link')).toBeVisible();
    await type(phone, code);
    await expect(page.getByRole('heading', { name: 'Your phone is connected' })).toBeVisible();
    await photograph(phone);
    await expect(page.getByRole('heading', READY)).toBeVisible({ timeout: 60_000 });
    await expect(phone.getByRole('heading', { name: 'Go on at your other screen' })).toBeVisible();
    const person = new Person(page);
    await (await person.fieldOf('Malaysia', 'field.contact.label')).fill('someone@example.com');
    await person.send();
    await person.reference();
  });

  test('the phone may take the turn back and send', async ({ browser, server }) => {
    const { phone } = await joined(browser, server);
    await photograph(phone);
    await expect(phone.getByRole('heading', { name: 'Go on at your other screen' })).toBeVisible({
      timeout: 60_000,
    });
    await phone.getByRole('button', { name: 'Go on here instead' }).click();
    await expect(phone.getByRole('heading', READY)).toBeVisible();
    const person = new Person(phone);
    await (await person.fieldOf('Malaysia', 'field.contact.label')).fill('someone@example.com');
    await person.send();
    await person.reference();
  });

  test('the device that lost the turn says so at the next word, and goes on with what the other has typed', async ({
    browser,
    server,
  }) => {
    const { page, phone } = await joined(browser, server);
    const taken = stored(page);
    await photograph(phone);
    await expect(page.getByRole('heading', READY)).toBeVisible({ timeout: 60_000 });
    await taken;
    await phone.getByRole('button', { name: 'Go on here instead' }).click();
    await expect(phone.getByRole('heading', READY)).toBeVisible();
    const contact = (at: Page) => new Person(at).fieldOf('Malaysia', 'field.contact.label');
    await Promise.all([stored(phone), (await contact(phone)).fill('phone@example.com')]);
    await (await contact(page)).fill('desktop@example.com');
    await expect(page.getByRole('heading', { name: 'Go on at your phone' })).toBeVisible();
    await page.getByRole('button', { name: 'Go on here instead' }).click();
    await expect(page.getByRole('heading', READY)).toBeVisible();
    await expect(await contact(page)).toHaveValue('phone@example.com');
    await expect(phone.getByRole('heading', { name: 'Go on at your other screen' })).toBeVisible();
  });

  test('a desktop that still stands at the form when the phone has sent it gets its receipt', async ({
    browser,
    server,
  }) => {
    const { page, phone } = await joined(browser, server);
    await photograph(phone);
    await expect(page.getByRole('heading', READY)).toBeVisible({ timeout: 60_000 });
    const contact = (at: Page) => new Person(at).fieldOf('Malaysia', 'field.contact.label');
    // What this desktop stores does not get through: it hears of nothing but what it sends.
    await page.route('**/api/draft', (route) => route.abort());
    await (await contact(page)).fill('desktop@example.com');
    await phone.getByRole('button', { name: 'Go on here instead' }).click();
    await (await contact(phone)).fill('phone@example.com');
    await new Person(phone).send();
    const reference = await new Person(phone).reference();
    await new Person(page).send();
    expect(await new Person(page).reference()).toBe(reference);
  });

  test('the phone goes all the way: the desktop says so, though its line breaks at that moment', async ({
    browser,
    server,
  }) => {
    const { page, phone } = await joined(browser, server);
    // What the phone stores does not get through to this desktop, nor does the first question after it is sent.
    await page.route('**/api/draft', (route) => route.abort());
    let asked = 0;
    await page.route('**/api/applications/*', (route) => (asked++ === 0 ? route.abort() : route.continue()));
    await photograph(phone);
    await expect(phone.getByRole('heading', READY)).toBeVisible({ timeout: 60_000 });
    const person = new Person(phone);
    await (await person.fieldOf('Malaysia', 'field.contact.label')).fill('someone@example.com');
    await person.send();
    const reference = await person.reference();
    await expect(page.getByRole('heading', { name: 'Sent from your phone' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'QR code with the link for your phone' })).toHaveCount(0);
    await expect(page.getByText(reference)).toBeVisible();
    expect(asked).toBeGreaterThan(1);
    // This application was begun on the other screen: nothing is begun here.
    await expect(phone.getByRole('button', { name: say('en', 'receipt.restart') })).toHaveCount(0);
  });

  test('wrong codes, and a link that was used, lead nowhere', async ({ browser, server }) => {
    const { url, code } = await offer(browser, server);
    const phone = await openOnPhone(browser, url);
    const wrong = code === '1234' ? '4321' : '1234';
    await type(phone, wrong);
    await expect(phone.getByText('That is not the number')).toBeVisible();
    await type(phone, code);
    await expect(phone.getByRole('heading', { name: say('en', 'capture.choose.title') })).toBeVisible();
    const thief = await openOnPhone(browser, url);
    await expect(thief.getByRole('heading', { name: 'This link is used up' })).toBeVisible();

    // Three wrong codes end the link on both sides.
    const other = await offer(browser, server);
    const guesser = await openOnPhone(browser, other.url);
    for (let times = 0; times < 3; times++) await type(guesser, other.code === '1234' ? '4321' : '1234');
    await expect(guesser.getByRole('heading', { name: 'This link is used up' })).toBeVisible();
    await expect(
      other.page.getByText('The link has run out, or the number was wrong too often.'),
    ).toBeVisible();
  });
});
