import { expect, type Page } from '@playwright/test';

/**
 * What a person does, in the order of the screens, by what they see: roles and names. Every tap goes through
 * `tap`, so that a spec can say how many a way takes.
 */
export class Person {
  taps = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async tap(name: RegExp | string): Promise<void> {
    this.taps++;
    await this.page.getByRole('button', { name }).first().click();
  }

  /** From the start page to the choice of how to take the photo. */
  async reachPhoto(url: string, country: 'Malaysia' | 'Pakistan'): Promise<void> {
    await this.page.goto(url);
    await this.tap(new RegExp(country));
    await this.tap(/agree/);
    await expect(this.page.getByRole('heading', { level: 1, name: 'A photo of your card' })).toBeVisible();
  }

  /** Chooses a file; ends where the photo is shown, or refused. */
  async choose(file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.tap('Choose a photo');
    await (await chooser).setFiles(file);
  }

  async usePhoto(): Promise<void> {
    await this.tap('Use this photo');
  }

  /** Waits for the form and returns what stands in a field. */
  async seesForm(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Is everything right?' })).toBeVisible({
      timeout: 30_000,
    });
  }

  field(label: string | RegExp) {
    return this.page.getByRole('textbox', { name: label });
  }

  async send(): Promise<void> {
    await this.tap('Send');
  }

  /** The reference number that the receipt shows. */
  async reference(): Promise<string> {
    await expect(this.page.getByRole('heading', { level: 1, name: /Thank you/ })).toBeVisible();
    const text = (await this.page.getByRole('main').allInnerTexts()).join('\n');
    const found = /\b[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/.exec(text);
    if (!found) throw new Error(`no reference in: ${text}`);
    return found[0];
  }
}
