import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { Person } from '../e2e/person.ts';
import { kenalServer } from '../e2e/server.ts';
import { type Language, TAGS } from '../e2e/words.ts';
import { buildWeb } from './build.ts';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.ts';
import { root } from './run.ts';

/**
 * `npm run screenshots [-- OUT_FOLDER]`: walks the customer's way with a specimen and writes one strip of all
 * its screens for each language, size and colour scheme, to `docs/screens/` if no other folder is named.
 */
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } } as const;
const LANGUAGES: readonly Language[] = ['en', 'ur'];
const SCHEMES = ['light', 'dark'] as const;
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
  const contact = await person.fieldOf('Pakistan', 'field.contact.label');
  await contact.fill('nadia@example.com');
  await page.getByRole('button', { name: person.says('form.send') }).scrollIntoViewIfNeeded();
  await shot();
  await person.send();
  await person.reference();
  await page.evaluate(() => scrollTo(0, 0));
  await shot();
  return shots;
}

async function writeStrip(shots: readonly Buffer[], size: Size, file: string): Promise<void> {
  const height = STRIP_HEIGHT[size];
  const width = Math.round((SIZES[size].width * height) / SIZES[size].height);
  // Desktop screens stand in two rows, so that a reader need not zoom.
  const columns = size === 'phone' ? shots.length : Math.ceil(shots.length / 2);
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
    for (const size of ['phone', 'desktop'] as const) await screens(browser, server.url, language, size);
} finally {
  await browser.close();
  await server.destroy();
}
