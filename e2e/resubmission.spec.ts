import type { Browser, Page } from '@playwright/test';
import type { Ask } from '#src/contract/agent/index.ts';
import { ADMIN_ENV, Agent } from './agent.ts';
import { card, pathOf } from './cards.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';
import { countApplications, storedApplication } from './stored.ts';

test.use({ serverOf: 'resubmission', serverEnv: ADMIN_ENV });

/** Somebody at the office asks for something; the customer sees it once it can no longer be taken back. */
async function ask(browser: Browser, url: string, id: string, kind: Ask, reasons: string[]): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en-MY' });
  const page = await context.newPage();
  await new Agent(page).signIn(url);
  const statuses = await page.evaluate(
    async ([at, body]) => {
      const post = async (path: string, json: unknown) => {
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`${at}${path}`, { method: 'POST', headers, body: JSON.stringify(json) })).status;
      };
      return [await post('/claim', {}), await post('/decisions', body)];
    },
    [
      `/api/agent/applications/${id}`,
      { kind, reasons, comment: 'Counter 4 asks.', note: null, attempt: 1 },
    ] as const,
  );
  expect(statuses.map((status) => status < 300)).toEqual([true, true]);
  await context.close();
}

/** From the start page to a status page on which something is asked for. */
async function reachAsk(page: Page, browser: Browser, url: string, kind: 'photo' | 'correction') {
  const person = new Person(page);
  await person.reachForm(url, 'Malaysia');
  await person.field(/E-mail or phone/).fill('again@example.com');
  await person.send();
  const reference = await person.reference();
  await page.getByRole('link', { name: person.says('receipt.status') }).click();
  await expect(page.getByText(person.says('status.submitted.title'))).toBeVisible();
  const id = /status\/([^#]+)/.exec(page.url())?.[1] ?? '';
  await ask(browser, url, id, kind, [kind === 'photo' ? 'glare' : 'address']);

  const title = kind === 'photo' ? 'status.resubmission_requested.title' : 'status.correction.title';
  await expect(async () => {
    await page.getByRole('button', { name: person.says('status.refresh') }).click();
    await expect(page.getByText(person.says(title))).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 25_000 });
  await expect(page.getByText('Counter 4 asks.')).toBeVisible();
  return { person, reference };
}

for (const kind of ['photo', 'correction'] as const)
  test(`the office asks for a ${kind}: the customer is led there, with what was entered before`, async ({
    page,
    browser,
    server,
  }) => {
    const { person, reference } = await reachAsk(page, browser, server.url, kind);
    const applications = countApplications(server.dataDir);
    const before = await storedApplication(server.dataDir, reference);
    // A tab that did not send it is asked for the end of the number first; the one that did goes on.
    if (kind === 'correction') await page.evaluate(() => sessionStorage.clear());
    await person.tapOn(kind === 'photo' ? 'status.photo' : 'status.correct');
    if (kind === 'correction') {
      const cardEnd = before.fields.number?.value.slice(-4) ?? '';
      await page.getByLabel(person.says('status.card')).fill(cardEnd);
      await person.tapOn('status.correct');
    }

    if (kind === 'photo') {
      await expect(person.heading(person.says('capture.choose.title'))).toBeVisible();
      // The reason stands above the camera, also after a reload; typing is no answer to it.
      await page.reload();
      await expect(page.getByText('Light was reflected on the card.')).toBeVisible();
      await expect(page.getByRole('button', { name: person.says('app.manual') })).toHaveCount(0);
      // The same card, so that nothing in the form is to be confirmed.
      await person.tapOn('capture.choose.specimen');
      await person.acceptPhoto();
    } else await expect(page.getByText('Please compare the address with your card.')).toBeVisible();
    await person.seesForm();
    await expect(person.field(/E-mail or phone/)).toHaveValue('again@example.com');
    await person.field(/House, street/).fill('NEW STREET 7');
    await person.send();
    expect(await person.reference()).toBe(reference);
    const after = await storedApplication(server.dataDir, reference);
    expect(after.fields.addressLines?.value).toBe('NEW STREET 7');
    expect(after.fields.contact).toEqual(before.fields.contact);
    expect(after.record.readingId === before.record.readingId).toBe(kind === 'correction');
    expect(countApplications(server.dataDir)).toBe(applications);
    await page.getByRole('link', { name: person.says('receipt.status') }).click();
    await expect(page.getByText(person.says('status.submitted.title'))).toBeVisible();
  });

test('a photo of another card: nothing of it is taken silently, and its number has to be confirmed', async ({
  page,
  browser,
  server,
}) => {
  const { person, reference } = await reachAsk(page, browser, server.url, 'photo');
  const { fields: before } = await storedApplication(server.dataDir, reference);
  await person.tapOn('status.photo');
  await expect(person.heading(person.says('capture.choose.title'))).toBeVisible();
  const other = card('my-wood-1mp.jpg');
  const { CardNumber } = other.message as { CardNumber: string };
  await person.choose(pathOf(other));
  await person.acceptPhoto();
  await person.seesForm();
  await expect(person.field(/MyKad number/)).toHaveValue(before.number?.value ?? '');
  await person.send();
  const summary = page.locator(':focus');
  await expect(summary).toContainText(CardNumber);
  await page
    .getByRole('button', { name: person.says('form.warning.confirm') })
    .first()
    .click();
  await person.send();
  await person.reference();
  const { fields: after } = await storedApplication(server.dataDir, reference);
  for (const [name, { value }] of Object.entries(before)) expect(after[name]?.value, name).toBe(value);
  expect(after.number).toMatchObject({ source: 'edited', ocr: { value: CardNumber } });
});
