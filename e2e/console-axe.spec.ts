import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ADMIN, ADMIN_ENV, Agent, type AgentLanguage } from './agent.ts';
import { apply } from './apply.ts';
import { card } from './cards.ts';
import { expect, test } from './fixtures.ts';

/** Something to look at: a clean application, one with doubts, and its double. */
test.use({ serverOf: 'console-axe', serverEnv: ADMIN_ENV });
test.beforeAll(async ({ server }) => {
  await apply(server.url, card('my-wood-1mp.jpg'), { name: 'FOO SIEW HUA' });
  await apply(server.url, card('my-wood-1mp.jpg'));
});

async function expectNoViolations(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

const LOOKS: readonly { language: AgentLanguage; locale: string; colorScheme: 'light' | 'dark' }[] = [
  { language: 'en', locale: 'en-MY', colorScheme: 'light' },
  { language: 'en', locale: 'en-MY', colorScheme: 'dark' },
  { language: 'ur', locale: 'ur-PK', colorScheme: 'light' },
  { language: 'ur', locale: 'ur-PK', colorScheme: 'dark' },
];

for (const { language, locale, colorScheme } of LOOKS)
  test.describe(`axe, ${language}, ${colorScheme}`, () => {
    test.use({
      locale,
      colorScheme,
      viewport: { width: 1280, height: 720 },
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('no violation on any screen of the console', async ({ page, server }) => {
      const agent = new Agent(page, language);
      await page.goto(`${server.url}/agent`);
      await expect(page.getByRole('heading', { name: agent.says('door.signIn') })).toBeVisible();
      await expectNoViolations(page, 'sign-in');
      await agent.signIn(server.url, ADMIN);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ur' ? 'rtl' : 'ltr');
      await expect(page.getByRole('table')).toBeVisible();
      await agent.keys('j');
      await expectNoViolations(page, 'queue');
      // Everything is on the screen: nothing to scroll but the parts that scroll themselves.
      const overflow = () =>
        page.evaluate(() => [
          document.documentElement.scrollWidth - innerWidth,
          document.documentElement.scrollHeight - innerHeight,
        ]);
      expect(await overflow()).toEqual([0, 0]);
      await agent.keys('n');
      await agent.reviewing();
      await agent.keys('j');
      await expectNoViolations(page, 'review');
      expect(await overflow()).toEqual([0, 0]);
      await agent.keys('d');
      await expect(page.getByRole('form', { name: agent.says('decide.decline.title') })).toBeVisible();
      await expectNoViolations(page, 'decision');
      expect(await overflow()).toEqual([0, 0]);
      await agent.keys('Escape', 'h');
      await expect(page.getByRole('dialog').getByText(agent.says('history.intact'))).toBeVisible();
      await expectNoViolations(page, 'history');
      await page.keyboard.press('Escape');
      await agent.keys('?');
      await expect(page.getByRole('dialog', { name: agent.says('keys.title') })).toBeVisible();
      await expectNoViolations(page, 'keys');
      await page.keyboard.press('Escape');
      await agent.keys('g', 'f');
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectNoViolations(page, 'figures');
      await agent.keys('g', 's');
      await expect(page.getByRole('table')).toBeVisible();
      await expectNoViolations(page, 'people');
      await page.getByRole('link', { name: agent.says('audit.title') }).click();
      await expect(
        page.getByRole('cell', { name: agent.says('act.application.viewed') }).first(),
      ).toBeVisible();
      await expectNoViolations(page, 'audit');
      await agent.keys('g', 'p');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoViolations(page, 'partners');
      await agent.keys('g', 'a');
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectNoViolations(page, 'account');
      await agent.keys('g', 'v');
      await expect(page.getByRole('heading', { level: 1 }).nth(1)).toBeVisible();
      await expectNoViolations(page, 'verify');
    });
  });
