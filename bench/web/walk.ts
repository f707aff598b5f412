import type { Locator, Page } from '@playwright/test';
import { Person } from '../../e2e/person.ts';
import type { Language } from '../../e2e/words.ts';
import type { Observed } from './observe.ts';

/** A person whose every tap and key is told apart. */
class Walker extends Person {
  readonly observed: Observed;
  constructor(page: Page, language: Language, observed: Observed) {
    super(page, language);
    this.observed = observed;
  }

  override async press(button: Locator): Promise<void> {
    await button.scrollIntoViewIfNeeded();
    await this.observed.doing(`tap “${((await button.textContent()) ?? '').trim().slice(0, 24)}”`);
    await this.observed.act(() => button.tap());
  }

  /** Key by key, as a person types; `text` empty: into the field and out again. */
  async type(field: Locator, name: string, text: string): Promise<void> {
    const { doing, act } = this.observed;
    await doing(`focus ${name}`);
    await act(() => field.tap());
    await act(() => field.press('End'));
    await doing(`type ${name}`);
    for (const key of text) await act(() => this.page.keyboard.press(key === ' ' ? 'Space' : key));
    await doing(`leave ${name}`);
    await act(() => this.page.keyboard.press('Tab'));
  }

  /** Another language by the arrow keys of the list, each of which changes every word of the page. */
  async speak(to: Language): Promise<void> {
    const { doing, act } = this.observed;
    const list = this.page.locator('header select');
    await list.focus();
    for (;;) {
      const now = LANGUAGES.indexOf((await list.inputValue()) as Language);
      const steps = LANGUAGES.indexOf(to) - now;
      if (steps === 0) break;
      const next = LANGUAGES[now + Math.sign(steps)];
      await doing(`language ${next}`);
      await act(() => this.page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp'));
      await this.page.locator(`html[lang=${next}]`).waitFor();
    }
  }
}

/** Languages as the list has them. */
const LANGUAGES: readonly Language[] = ['en', 'ms', 'ur'];

/**
 * The whole flow with everything a person can do on it: a refused sending, fields edited, put back and chosen,
 * another language and back, “delete my data” thought over, the receipt, the status page.
 */
export async function walk(
  page: Page,
  url: string,
  country: 'Malaysia' | 'Pakistan',
  language: Language,
  observed: Observed,
): Promise<void> {
  const person = new Walker(page, language, observed);
  await person.reachPhoto(url, country);
  await person.tapOn('capture.choose.specimen');
  await page.getByRole('button', { name: person.says('capture.review.use') }).waitFor();
  await person.acceptPhoto();
  await observed.doing('prefill');
  await person.seesForm();
  // Until the last field has risen and the photo is decoded.
  await page.waitForTimeout(1500);

  await person.type(await person.fieldOf(country, 'field.name.label'), 'name', ' ABC');
  await person.tapOn('form.undo');
  await person.type(await person.fieldOf(country, 'field.birthDate.label'), 'date', '');
  await person.send();
  await page.locator(':focus').getByRole('link').first().waitFor();
  const contact = await person.fieldOf(country, 'field.contact.label');
  await person.type(contact, 'contact', 'someone@example.com');
  for (const to of [language === 'ur' ? 'en' : 'ur', language] as const) {
    await person.speak(to);
  }
  await person.tapOn('form.discard');
  await person.tapOn('form.discard.no');
  await person.send();
  await person.reference();
  // Another page: there is no next paint of this one to wait for.
  await page.getByRole('link', { name: person.says('receipt.status') }).tap();
  await person.heading(person.says('status.title')).waitFor();
  await person.tapOn('status.refresh');
  await person.tapOn('status.off');
  await person.tapOn('status.keep');
}
