import type { Browser } from '@playwright/test';
import { ADMIN_ENV, Agent } from './agent.ts';
import { apply } from './apply.ts';
import { card, pathOf } from './cards.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';

test.use({ serverOf: 'console', serverEnv: ADMIN_ENV, viewport: { width: 1280, height: 720 } });

const FIRST = card('my-wood-1mp.jpg');
const SECOND = card('my-keyboard-12mp.jpg');
const THIRD = card('pk-lifetime-2mp.jpg');

/** A colleague of whoever is on `admin`'s page, signed in in a browser of their own. */
async function colleague(browser: Browser, admin: Agent, url: string): Promise<Agent> {
  const link = await admin.page.evaluate(async () => {
    const response = await fetch('/api/agent/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nadia@office.example', role: 'agent' }),
    });
    return ((await response.json()) as { link: string }).link;
  });
  const context = await browser.newContext({ locale: 'en-MY', viewport: { width: 1280, height: 720 } });
  const agent = new Agent(await context.newPage());
  await agent.page.goto(link.replace(/^https?:\/\/[^/]+/, url));
  await agent.page.getByLabel('Your name').fill('Nadia');
  await agent.page.getByLabel('Password').fill('seven green parrots');
  await agent.keys('Enter');
  await agent.isIn();
  agent.count();
  return agent;
}

test('two agents, one queue, by keyboard: a new photo is asked for, sent, and approved by the other', async ({
  page,
  browser,
  server,
}) => {
  const faults: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security') && faults.push(message.text()));
  const first = await apply(server.url, FIRST);
  const second = await apply(server.url, SECOND);
  const third = await apply(server.url, THIRD, { relativeKind: 'father' });
  const aminah = new Agent(page);
  await aminah.signIn(server.url);
  const nadia = await colleague(browser, aminah, server.url);

  // "Next" hands out the oldest, to each another one.
  await aminah.keys('n');
  await expect.poll(() => aminah.reviewing()).toBe(first.reference);
  await nadia.keys('n');
  await expect.poll(() => nadia.reviewing()).toBe(second.reference);

  // Another photo: why, words for the customer, a note apart from them.
  await aminah.keys('p');
  await expect(page.getByRole('form', { name: 'Ask for another photo' })).toBeVisible();
  await aminah.keys('2', 'm');
  await page.keyboard.type('Hold it a little lower, please.');
  await aminah.keys('Escape', 'i');
  await page.keyboard.type('Second visit.');
  await aminah.keys('Control+Enter');
  await expect(page.getByText(`Another photo asked for`)).toBeVisible();
  // The next one opens by itself.
  await expect(page).toHaveTitle(new RegExp(third.reference));

  // A clean application: three keys from the queue, two from the one before.
  nadia.count();
  await nadia.keys('a', 'Enter');
  await expect(nadia.page.getByText(`${second.reference}\u2069 approved`)).toBeVisible();
  expect(nadia.count() + 1).toBeLessThanOrEqual(3);
  const empty = nadia.page.getByRole('heading', { name: 'The queue is empty' });
  await expect(empty).toBeAttached();
  // Also from there a decision is taken back.
  await nadia.keys('z');
  await expect.poll(() => nadia.reviewing()).toBe(second.reference);
  await nadia.keys('a', 'Enter');
  await expect(empty).toBeAttached();

  // The customer sees why, and sends another photo; what was entered is still there.
  const visit = await browser.newContext({ locale: 'en-MY', viewport: { width: 360, height: 740 } });
  const person = new Person(await visit.newPage());
  await person.page.goto(`${server.url}${first.statusPath}`);
  // Once the seconds in which it can be undone are over.
  await expect(async () => {
    await person.tapOn('status.refresh');
    await expect(person.page.getByText('Light was reflected on the card.')).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await expect(person.page.getByText('Hold it a little lower, please.')).toBeVisible();
  await expect(person.page.getByText('Second visit.')).toBeHidden();
  // Another browser than the one that sent it shows that it knows the card.
  const number = (FIRST.message as Record<string, string>).CardNumber ?? '';
  await person.tap('Take a new photo');
  await person.page.getByLabel(person.says('status.card')).fill(number.slice(-4));
  await person.tap('Take a new photo');
  if (await person.page.getByRole('button', { name: person.says('consent.accept') }).isVisible())
    await person.tapOn('consent.accept');
  await expect(person.heading(person.says('capture.choose.title'))).toBeVisible();
  await person.choose(pathOf(FIRST));
  await person.acceptPhoto();
  await person.seesForm();
  await person.send();
  expect(await person.reference()).toBe(first.reference);

  // It comes back into the queue, and the other agent approves it.
  await nadia.keys('g', 'q', 'n');
  await expect.poll(() => nadia.reviewing()).toBe(first.reference);
  await expect(nadia.page.getByText('Attempt 2')).toBeVisible();
  await expect(nadia.page.getByText('Second visit.')).toBeVisible();
  await nadia.keys('a', 'Enter');
  await expect(nadia.page.getByText(`${first.reference}\u2069 approved`)).toBeVisible();

  // Its history shows it all, and the chain is whole.
  await nadia.keys('g', 'q', '/');
  await nadia.page.keyboard.type(first.reference.toLowerCase().replaceAll('-', ' '));
  await nadia.keys('Enter');
  await expect(nadia.page.getByText('Found by its reference')).toBeVisible();
  await nadia.page.getByRole('link', { name: first.reference }).focus();
  await nadia.keys('Enter');
  await expect(nadia.page.getByText('Approved by Nadia').first()).toBeVisible();
  await nadia.keys('h');
  const history = nadia.page.getByRole('dialog');
  await expect(history.getByText('The chain of entries is whole.')).toBeVisible();
  for (const said of [
    'sent the application',
    'sent it again',
    'opened the photo',
    'New photo · Glare',
    'Approve',
  ])
    await expect(history.getByText(said).first()).toBeVisible();
  expect(faults).toEqual([]);
  await visit.close();
  await nadia.page.context().close();
});

test('fields and picture lead to one another; a correction stands beside the value; a decision is undone', async ({
  page,
  server,
}) => {
  const { reference } = await apply(server.url, FIRST, { name: 'FOO SIEW HUA' });
  const agent = new Agent(page);
  await agent.signIn(server.url);
  // What the first test has left is put back.
  await agent.keys('n');
  while ((await agent.reviewing()) !== reference) {
    const before = page.url();
    await agent.keys('b');
    await expect(page).not.toHaveURL(before);
  }
  await expect(agent.field('Full name').locator('ins')).toHaveText('A');
  await expect(agent.field('Full name').locator('del')).toHaveText('I');
  // The field shows its place, and the place its field.
  await agent.keys('j');
  await expect(agent.field('MyKad number')).toBeFocused();
  const place = page.locator('polygon[data-field=number]');
  await expect(place).toHaveCSS('stroke-opacity', '1');
  await page.locator('polygon[data-field=name]').click();
  await expect(agent.field('Full name')).toBeFocused();
  // The original is a key away; it is no card's shape.
  const canvas = page.locator('canvas[data-drawn]');
  const shape = () => canvas.evaluate((element: HTMLCanvasElement) => element.width / element.height);
  expect(await shape()).toBeCloseTo(1.586, 1);
  await agent.keys('o');
  await expect.poll(shape).toBeCloseTo(4 / 3, 1);
  await agent.keys('o', 'r', 'x', '+', '0');

  await agent.keys('e');
  await page.getByLabel('The right value of “Full name”').fill('FOO SIEW HUI');
  await agent.keys('Enter');
  await expect(agent.field('Full name')).toContainText('Corrected by');
  await expect(agent.field('Full name')).toContainText('FOO SIEW HUA');

  await agent.keys('d', '3', 'Enter');
  await expect(page.getByText(`${reference}\u2069 declined`)).toBeVisible();
  await agent.keys('z');
  await expect.poll(() => agent.reviewing()).toBe(reference);
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
});

test('the address holds the view; keys are listed, and single ones can be switched off', async ({
  page,
  server,
}) => {
  const agent = new Agent(page);
  await agent.signIn(server.url);
  await page.goto(`${server.url}/agent/queue?status=approved&order=newest`);
  await expect(page.getByRole('button', { name: 'Approved State' })).toBeVisible();
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Done lately');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('link', { name: 'Done lately' });
  await expect(saved).toHaveAttribute('aria-current', 'page');
  await agent.keys('1');
  await expect(page).toHaveURL(/\/agent\/queue$/);
  await agent.keys('4');
  await expect(page).toHaveURL(/status=approved/);

  await agent.keys('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Take the next application')).toBeVisible();
  await list.getByLabel(/Single letters are shortcuts/).uncheck();
  await page.keyboard.press('Escape');
  await agent.keys('1');
  await expect(page).toHaveURL(/status=approved/);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await list.getByLabel(/Single letters are shortcuts/).check();
});

test('a card is verified: read and checked at once, kept only where it is wanted', async ({
  page,
  server,
}) => {
  await apply(server.url, SECOND);
  const agent = new Agent(page);
  await agent.signIn(server.url);
  await agent.keys('g', 'v');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a photo' }).click();
  await (await chooser).setFiles(pathOf(SECOND));
  await page.getByRole('button', { name: 'Use this photo' }).click();
  const number = (SECOND.message as Record<string, string>).CardNumber as string;
  await expect(page.getByLabel('MyKad number')).toHaveValue(number);
  await expect(page.getByText('Applied before')).toBeVisible();
  // Set right by hand it differs from what was read: said beside it at once, and kept all the same.
  const corrected = number.replace(/\d(?=\d{3}$)/, (digit) => String((Number(digit) + 1) % 10));
  await page.getByLabel('MyKad number').fill(corrected);
  await expect(page.getByText(/On the card we read/)).toBeVisible();
  await page.getByText('Keep it as an application').click();
  await page.getByLabel('E-mail or phone number').fill('desk@example.com');
  await page.getByLabel('The customer is here and agrees').check();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText(/Kept as/)).toBeVisible();
});
