import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { card, pathOf } from '../e2e/cards.ts';
import { Person } from '../e2e/person.ts';
import { kenalServer } from '../e2e/server.ts';
import { type Language, TAGS } from '../e2e/words.ts';
import { buildWeb } from './build.ts';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.ts';
import { consoleScreens } from './console-screens.ts';
import { root } from './run.ts';

/**
 * `npm run screenshots [-- OUT_FOLDER]`: walks the customer's way with a specimen, with its refusals and what
 * comes after it, and writes one strip of all its screens for each language, size and colour scheme, to
 * `docs/screens/` if no other folder is named. Malay, whose script and direction are English's, on the phone alone.
 */
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } } as const;
const LANGUAGES: readonly Language[] = ['en', 'ur', 'ms'];
const SCHEMES = ['light', 'dark'] as const;
/** Screens in one row, so that a reader need not zoom. */
const COLUMNS = { phone: 7, desktop: 4 } as const;
/** Height of a strip's screens in px. */
const STRIP_HEIGHT = { phone: 620, desktop: 450 } as const;
const GAP = 14;
const OUT = process.argv[2] ?? join(root, 'docs/screens');

type Size = keyof typeof SIZES;

async function walk(page: Page, url: string, language: Language): Promise<Buffer[]> {
  const shots: Buffer[] = [];
  const shot = async () => {
    // Fonts have come, and a screen's arrival (200 ms) is over.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Nothing is hovered over.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    shots.push(await page.screenshot());
  };
  const person = new Person(page, language);
  await page.goto(url);
  await person.heading(person.says('welcome.title')).waitFor();
  await shot();
  await person.reachNotice(url, 'Pakistan');
  await shot();
  await person.tapOn('consent.accept');
  await person.heading(person.says('capture.choose.title')).waitFor();
  await shot();
  await person.tapOn('capture.choose.specimen');
  await person.heading(person.says('capture.review.title')).waitFor();
  await shot();
  await person.acceptPhoto();
  await person.seesForm();
  await shot();
  await person.send();
  await page.locator(':focus').getByRole('link').first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shot();
  const contact = await person.fieldOf('Pakistan', 'field.contact.label');
  await contact.fill('nadia@example.com');
  await page.getByRole('button', { name: person.says('form.send') }).scrollIntoViewIfNeeded();
  await shot();
  await person.send();
  await person.reference();
  await page.evaluate(() => scrollTo(0, 0));
  await shot();
  await page.getByRole('link', { name: person.says('receipt.status') }).click();
  await page.getByText(person.says('status.next.submitted')).waitFor();
  await shot();
  await person.tapOn('status.delete');
  await shot();
  await page.goto('about:blank');
  await page.goto(`${url}/status/none#none`);
  await person.heading(person.says('status.unknown.title')).waitFor();
  await shot();

  // What goes otherwise: no card in sight, and the office not to be reached.
  await page.evaluate(() => sessionStorage.clear());
  await person.reachPhoto(url, 'Malaysia');
  await person.choose(pathOf(card('my-wood-1mp.jpg')));
  await person.acceptPhoto();
  await person.seesForm();
  await shot();
  await page.goBack();
  await person.choose(pathOf(card('not-bank.jpg')));
  await person.acceptPhoto();
  await page.getByText(person.says('failed.notCard.text').slice(0, 12)).waitFor();
  await shot();
  return shots;
}

async function writeStrip(shots: readonly Buffer[], size: Size, file: string): Promise<void> {
  const height = STRIP_HEIGHT[size];
  const width = Math.round((SIZES[size].width * height) / SIZES[size].height);
  const columns = COLUMNS[size];
  const rows = Math.ceil(shots.length / columns);
  const images = await Promise.all(shots.map((shot) => sharp(shot).resize(width, height).png().toBuffer()));
  await sharp({
    create: {
      width: columns * (width + GAP) + GAP,
      height: rows * (height + GAP) + GAP,
      channels: 3,
      background: '#8b8c87',
    },
  })
    .composite(
      images.map((input, i) => ({
        input,
        left: GAP + (i % columns) * (width + GAP),
        top: GAP + Math.floor(i / columns) * (height + GAP),
      })),
    )
    .png({ palette: true, quality: 92, effort: 7 })
    .toFile(file);
}

async function screens(browser: Browser, url: string, language: Language, size: Size): Promise<void> {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({
      viewport: SIZES[size],
      deviceScaleFactor: size === 'phone' ? 2 : 1,
      locale: TAGS[language],
      colorScheme,
      reducedMotion: 'reduce',
    });
    const shots = await walk(await context.newPage(), url, language);
    await context.close();
    const file = join(OUT, `${language}-${size}-${colorScheme}.png`);
    await writeStrip(shots, size, file);
    console.log(file);
  }
}

await buildWeb();
mkdirSync(OUT, { recursive: true });
const server = await kenalServer();
await server.start();
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...CHROMIUM_ARGS] });
try {
  for (const language of LANGUAGES)
    for (const size of language === 'ms' ? (['phone'] as const) : (['phone', 'desktop'] as const))
      await screens(browser, server.url, language, size);
  await consoleScreens(browser, OUT);
} finally {
  await browser.close();
  await server.destroy();
}
