import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';
import { countApplications, countRows, storedApplication } from './stored.ts';
import { TAGS } from './words.ts';

/** The way to a reference number, and from there to the page of the application. */
async function reachStatus(page: Page, url: string, language: 'en' | 'ms' | 'ur' = 'en') {
  const person = new Person(page, language);
  await person.reachForm(url, 'Malaysia');
  await (await person.fieldOf('Malaysia', 'field.contact.label')).fill('status@example.com');
  await person.send();
  const reference = await person.reference();
  await page.getByRole('link', { name: person.says('receipt.status') }).click();
  await expect(person.heading(person.says('status.title'))).toBeVisible();
  return { person, reference };
}

test('what happens next, and “take back and delete my data”', async ({ page, server }) => {
  const before = countApplications(server.dataDir);
  const { person } = await reachStatus(page, server.url);
  await expect(page.getByText(person.says('status.next.submitted'))).toBeVisible();
  const address = page.url();
  await person.tapOn('status.delete');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: person.says('status.keep') })
    .click();
  expect(countApplications(server.dataDir)).toBe(before + 1);
  await person.tapOn('status.delete');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: person.says('status.delete.yes') })
    .click();
  await expect(person.heading(person.says('status.delete.done.title'))).toBeVisible();
  expect(countApplications(server.dataDir)).toBe(before);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(person.heading(person.says('status.unknown.title'))).toBeVisible();
});

test('whoever has the link alone is asked for the end of the number before anything is deleted', async ({
  page,
  browser,
  server,
}) => {
  const { person, reference } = await reachStatus(page, server.url);
  const { fields } = await storedApplication(server.dataDir, reference);
  const count = countApplications(server.dataDir);
  const context = await browser.newContext({ locale: TAGS.en });
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  const other = new Person(elsewhere);
  await other.tapOn('status.delete');
  const dialog = elsewhere.getByRole('dialog');
  const yes = dialog.getByRole('button', { name: person.says('status.delete.yes') });
  await yes.click();
  const field = dialog.getByLabel(person.says('status.card'));
  const right = fields.number?.value.slice(-4) ?? '';
  await field.fill(right === '0000' ? '0001' : '0000');
  await yes.click();
  await expect(dialog.getByText(person.says('status.card.wrong'))).toBeVisible();
  const { violations } = await new AxeBuilder({ page: elsewhere }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.html}`)).toEqual([]);
  expect(countApplications(server.dataDir)).toBe(count);
  await field.fill(right);
  await yes.click();
  await expect(other.heading(person.says('status.delete.done.title'))).toBeVisible();
  expect(countApplications(server.dataDir)).toBe(count - 1);
  await context.close();
});

test('the link is switched off, and the application goes on', async ({ page, server }) => {
  const { person } = await reachStatus(page, server.url);
  const count = countApplications(server.dataDir);
  const address = page.url();
  await person.tapOn('status.off');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: person.says('status.off.yes') })
    .click();
  await expect(person.heading(person.says('status.off.done.title'))).toBeVisible();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(person.heading(person.says('status.unknown.title'))).toBeVisible();
  expect(countApplications(server.dataDir)).toBe(count);
});

test('“delete my data” in the form: draft, reading and photo are gone, here and at the office', async ({
  page,
  server,
}) => {
  const images = join(server.dataDir, 'images');
  const stored = async (): Promise<number> =>
    (await readdir(images, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;
  // Other tests share the server: only what this one brings has to go again.
  const before = {
    images: await stored(),
    readings: countRows(server.dataDir, 'readings'),
    drafts: countRows(server.dataDir, 'drafts'),
  };
  const person = new Person(page);
  await person.reachForm(server.url, 'Malaysia');
  await person.field(/Full name/).fill('NOBODY’S BUSINESS');
  await expect.poll(() => countRows(server.dataDir, 'drafts')).toBe(before.drafts + 1);
  expect(countRows(server.dataDir, 'readings')).toBe(before.readings + 1);
  const erased = page.waitForResponse(
    (response) => response.url().endsWith('/api/draft') && response.request().method() === 'DELETE',
  );
  await person.tapOn('form.discard');
  await person.tapOn('form.discard.yes');
  expect((await erased).status()).toBe(204);
  await expect(person.heading(person.says('welcome.title'))).toBeVisible();
  expect(countRows(server.dataDir, 'drafts')).toBe(before.drafts);
  expect(countRows(server.dataDir, 'readings')).toBe(before.readings);
  expect(await stored()).toBe(before.images);
  await page.reload();
  await expect(person.heading(person.says('welcome.title'))).toBeVisible();
});

for (const language of ['en', 'ms', 'ur'] as const)
  test.describe(`axe, ${language}`, () => {
    test.use({ locale: TAGS[language], contextOptions: { reducedMotion: 'reduce' } });
    test('no violation on the page of an application', async ({ page, server }) => {
      const { person } = await reachStatus(page, server.url, language);
      await expect(page.getByText(person.says('status.next.submitted'))).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    });
  });
