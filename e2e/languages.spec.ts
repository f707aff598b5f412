import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import missingEn from '#src/app/missing/words.en.ts';
import missingMs from '#src/app/missing/words.ms.ts';
import missingUr from '#src/app/missing/words.ur.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';
import { storedApplication } from './stored.ts';
import { TAGS } from './words.ts';

const LANGUAGES = ['en', 'ms', 'ur'] as const;
const COUNTRIES = ['Malaysia', 'Pakistan'] as const;

/** Reaches every button with Tab and presses it with Enter: no pointer at all. */
class KeyboardPerson extends Person {
  override async press(button: Locator): Promise<void> {
    await this.reach(button);
    await this.page.keyboard.press('Enter');
  }

  /** Tabs until the element has the focus, as a person without a mouse does. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let i = 0; i < 80; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`not reached by Tab: ${target}`);
  }
}

async function expectNoViolations(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

for (const language of LANGUAGES)
  for (const country of COUNTRIES) {
    test.describe(`${country} in ${language}`, () => {
      test.use({ locale: TAGS[language] });

      test('by keyboard alone, from the start page to a reference number', async ({ page, server }) => {
        const person = new KeyboardPerson(page, language);
        await person.reachForm(server.url, country);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ur' ? 'rtl' : 'ltr');
        const contact = await person.fieldOf(country, 'field.contact.label');
        await person.reach(contact);
        await page.keyboard.type('keyboard@example.com');
        await person.send();
        const { record } = await storedApplication(server.dataDir, await person.reference());
        expect(record.locale).toBe(language);
        expect(record.fields.contact?.value).toBe('keyboard@example.com');
      });
    });
  }

for (const language of LANGUAGES)
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`axe, ${language}, ${colorScheme}`, () => {
      test.use({ locale: TAGS[language], colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('no violation on any screen of the way', async ({ page, server }) => {
        const person = new Person(page, language);
        await page.goto(server.url);
        await expect(person.heading(person.says('welcome.title'))).toBeVisible();
        await expectNoViolations(page, 'welcome');
        await person.reachNotice(server.url, 'Pakistan');
        await expectNoViolations(page, 'notice');
        await person.tapOn('consent.accept');
        await expect(person.heading(person.says('capture.choose.title'))).toBeVisible();
        await expectNoViolations(page, 'choose');
        await person.tapOn('capture.choose.specimen');
        await expect(person.heading(person.says('capture.review.title'))).toBeVisible();
        await expectNoViolations(page, 'review');
        await person.acceptPhoto();
        await person.seesForm();
        await expectNoViolations(page, 'form');
        await person.send();
        // The summary of what is missing has taken the focus.
        await expect(page.locator(':focus').getByRole('link').first()).toBeVisible();
        await expectNoViolations(page, 'error summary');
        await (await person.fieldOf('Pakistan', 'field.contact.label')).fill('axe@example.com');
        await person.send();
        await person.reference();
        await expectNoViolations(page, 'receipt');
      });
    });
  }

test('a reload in the middle loses nothing, and the language changes without loss', async ({
  page,
  server,
}) => {
  const person = new Person(page);
  await person.reachForm(server.url, 'Malaysia');
  await person.field(/Full name/).fill('NAME TYPED BEFORE THE RELOAD');
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/draft') && response.request().method() === 'PUT' && response.ok(),
  );
  await person.field(/E-mail or phone/).fill('reload@example.com');
  await saved;
  await page.reload();
  await expect(person.field(/Full name/)).toHaveValue('NAME TYPED BEFORE THE RELOAD');
  await expect(person.field(/E-mail or phone/)).toHaveValue('reload@example.com');
  await page.getByRole('combobox', { name: person.says('app.language') }).selectOption('ur');
  const urdu = new Person(page, 'ur');
  await expect(await urdu.fieldOf('Malaysia', 'field.name.label')).toHaveValue(
    'NAME TYPED BEFORE THE RELOAD',
  );
  await urdu.send();
  const { fields } = await storedApplication(server.dataDir, await urdu.reference());
  expect(fields.name).toMatchObject({ value: 'NAME TYPED BEFORE THE RELOAD', source: 'edited' });
});

for (const [language, title] of [
  ['en', missingEn['missing.title']],
  ['ms', missingMs['missing.title']],
  ['ur', missingUr['missing.title']],
] as const)
  test.describe(`an address that leads nowhere, ${language}`, () => {
    test.use({ locale: TAGS[language] });
    test('says so', async ({ page, server }) => {
      await page.goto(`${server.url}/nowhere`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    });
  });
