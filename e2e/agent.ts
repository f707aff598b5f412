import { expect, type Locator, type Page } from '@playwright/test';
import auditEn from '#src/features/console/audit/words.en.ts';
import auditUr from '#src/features/console/audit/words.ur.ts';
import doorEn from '#src/features/console/door/words.en.ts';
import doorUr from '#src/features/console/door/words.ur.ts';
import queueEn from '#src/features/console/queue/words.en.ts';
import queueUr from '#src/features/console/queue/words.ur.ts';
import reviewEn from '#src/features/console/review/words.en.ts';
import reviewUr from '#src/features/console/review/words.ur.ts';
import appEn from '#src/features/console/words.en.ts';
import appUr from '#src/features/console/words.ur.ts';

const WORDS = {
  en: { ...appEn, ...auditEn, ...doorEn, ...queueEn, ...reviewEn },
  ur: { ...appUr, ...auditUr, ...doorUr, ...queueUr, ...reviewUr },
} as const;
export type AgentLanguage = keyof typeof WORDS;

/** The account that the server's settings make (`ADMIN_EMAIL`, `ADMIN_PASSWORD`). */
export const ADMIN = { email: 'admin@office.example', password: 'many small lanterns' } as const;
export const ADMIN_ENV = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password } as const;

/** What an agent does in the console, by what they see and by its keys. */
export class Agent {
  readonly page: Page;
  readonly language: AgentLanguage;
  /** Keys pressed since the last `count()`. */
  #keys = 0;

  constructor(page: Page, language: AgentLanguage = 'en') {
    this.page = page;
    this.language = language;
  }

  says(id: keyof (typeof WORDS)['en']): string {
    return WORDS[this.language][id];
  }

  /** Presses keys one after the other, wherever the focus is. */
  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#keys++;
      await this.page.keyboard.press(key);
    }
  }

  /** How many keys were pressed since this was last asked. */
  count(): number {
    const counted = this.#keys;
    this.#keys = 0;
    return counted;
  }

  async signIn(url: string, { email, password }: { email: string; password: string } = ADMIN): Promise<void> {
    await this.page.goto(`${url}/agent`);
    await this.page.getByLabel(this.says('door.email')).fill(email);
    await this.page.getByLabel(this.says('door.password'), { exact: true }).fill(password);
    await this.keys('Enter');
    await this.isIn();
    this.count();
  }

  async isIn(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: this.says('nav.label') })).toBeVisible();
  }

  /** The reference of the application that is open, once its photo is drawn. */
  async reviewing(): Promise<string> {
    await expect(this.page).toHaveURL(/\/agent\/review\//);
    await expect(this.page.locator('canvas[data-drawn]')).toBeVisible();
    return (await this.page.title()).match(/[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/)?.[0] ?? '';
  }

  /** A field of the form that is under review. */
  field(name: string): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }
}

/** The code that the server's log gives for the first account. */
export function setupCode(output: string): string {
  const code = /"code":"([^"]+)"/.exec(output)?.[1];
  if (!code) throw new Error(`no setup code in:\n${output}`);
  return code;
}
