import { expect, type Locator, type Page } from '@playwright/test';
import { countryName, type Language, label, say, type WordId } from './words.ts';

const COUNTRIES = { Malaysia: 'my', Pakistan: 'pk' } as const;

/**
 * What a person does, in the order of the screens, by what they see: roles and names, in their language.
 * Every tap goes through `tap`, so that a spec can say how many a way takes.
 */
export class Person {
  taps = 0;
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language = 'en') {
    this.page = page;
    this.language = language;
  }

  says(id: WordId): string {
    return say(this.language, id);
  }

  heading(name: RegExp | string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  /** How this person presses a button; a spec of the keyboard presses otherwise. */
  async press(button: Locator): Promise<void> {
    await button.click();
  }

  async tap(name: RegExp | string): Promise<void> {
    this.taps++;
    await this.press(this.page.getByRole('button', { name }).first());
  }

  tapOn(id: WordId): Promise<void> {
    return this.tap(this.says(id));
  }

  /** From the start page to the notice. */
  async reachNotice(url: string, country: keyof typeof COUNTRIES): Promise<void> {
    await this.page.goto(url);
    await this.tap(new RegExp(countryName(this.language, COUNTRIES[country])));
    await expect(this.heading(this.says('consent.title'))).toBeVisible();
  }

  /** From the start page to the choice of how to take the photo. */
  async reachPhoto(url: string, country: keyof typeof COUNTRIES): Promise<void> {
    await this.reachNotice(url, country);
    await this.tapOn('consent.accept');
    await expect(this.heading(this.says('capture.choose.title'))).toBeVisible();
  }

  /** Chooses a file; ends where the photo is shown, or refused. */
  async choose(file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tapOn('capture.choose.upload');
    await (await chooser).setFiles(file);
  }

  async acceptPhoto(): Promise<void> {
    await this.tapOn('capture.review.use');
  }

  /** Waits for the prefilled form. */
  async seesForm(): Promise<void> {
    await expect(this.heading(this.says('form.title.read'))).toBeVisible({ timeout: 30_000 });
  }

  /** The whole way from the start page to the form, with the specimen. */
  async reachForm(url: string, country: keyof typeof COUNTRIES): Promise<void> {
    await this.reachPhoto(url, country);
    await this.tapOn('capture.choose.specimen');
    await this.acceptPhoto();
    await this.seesForm();
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }

  /** A field by the id of its label's word. */
  async fieldOf(country: keyof typeof COUNTRIES, id: string): Promise<Locator> {
    return this.field(await label(this.language, COUNTRIES[country], id));
  }

  async send(): Promise<void> {
    await this.tapOn('form.send');
  }

  /** The reference number that the receipt shows. */
  async reference(): Promise<string> {
    await expect(this.heading(this.says('receipt.title'))).toBeVisible();
    const text = (await this.page.getByRole('main').allInnerTexts()).join('\n');
    const found = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/.exec(text);
    if (!found) throw new Error(`no reference in: ${text}`);
    return found[0];
  }
}
