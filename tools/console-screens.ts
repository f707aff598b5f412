import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { ADMIN_ENV, Agent, type AgentLanguage } from '../e2e/agent.ts';
import { apply } from '../e2e/apply.ts';
import { card } from '../e2e/cards.ts';
import { kenalServer } from '../e2e/server.ts';

/** What agents work on: a laptop, and a tablet held upright. */
const SIZES = { laptop: { width: 1280, height: 720 }, tablet: { width: 820, height: 1180 } } as const;
const LOOKS = [
  ['en', 'en-MY', 'light'],
  ['en', 'en-MY', 'dark'],
  ['ur', 'ur-PK', 'light'],
  ['ur', 'ur-PK', 'dark'],
] as const satisfies readonly (readonly [AgentLanguage, string, 'light' | 'dark'])[];
const GAP = 14;
/** Screens are shown at this share of their size. */
const SCALE = 0.6;

async function walk(page: Page, url: string, language: AgentLanguage): Promise<Buffer[]> {
  const shots: Buffer[] = [];
  const agent = new Agent(page, language);
  const shot = async (): Promise<void> => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(400);
    shots.push(await page.screenshot());
  };
  await agent.signIn(url);
  await page.getByRole('table').waitFor();
  await agent.keys('j', 'j');
  await shot();
  await agent.keys('n');
  await agent.reviewing();
  await agent.keys('.');
  await shot();
  await agent.keys('p');
  await page.getByRole('form').waitFor();
  await agent.keys('2');
  await shot();
  await agent.keys('Escape', 'g', 'f');
  await page.locator('dl').waitFor();
  await shot();
  return shots;
}

async function writeStrip(shots: readonly Buffer[], size: keyof typeof SIZES, file: string): Promise<void> {
  const width = Math.round(SIZES[size].width * SCALE);
  const height = Math.round(SIZES[size].height * SCALE);
  const columns = size === 'laptop' ? 2 : shots.length;
  const rows = Math.ceil(shots.length / columns);
  const images = await Promise.all(shots.map((one) => sharp(one).resize(width, height).png().toBuffer()));
  const background = '#8b8c87';
  await sharp({
    create: {
      width: columns * (width + GAP) + GAP,
      height: rows * (height + GAP) + GAP,
      channels: 3,
      background,
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

/** Writes one strip of the console's screens for each look and size: queue, review, decision, figures. */
export async function consoleScreens(browser: Browser, out: string): Promise<void> {
  const server = await kenalServer(ADMIN_ENV);
  await server.start();
  try {
    // In the order of the queue: one with something to look at comes first.
    await apply(server.url, card('my-wood-1mp.jpg'), { name: 'FOO SIEW HUA', contact: '+60 12 345 6789' });
    for (const name of ['my-keyboard-12mp.jpg', 'my-wood-1mp.jpg', 'pk-lifetime-2mp.jpg'] as const)
      await apply(server.url, card(name), name.startsWith('pk') ? { relativeKind: 'father' } : {});
    for (const [language, locale, colorScheme] of LOOKS)
      for (const size of ['laptop', 'tablet'] as const) {
        const context = await browser.newContext({
          viewport: SIZES[size],
          locale,
          colorScheme,
          reducedMotion: 'reduce',
        });
        const shots = await walk(await context.newPage(), server.url, language);
        await context.close();
        const file = join(out, `console-${language}-${size}-${colorScheme}.png`);
        await writeStrip(shots, size, file);
        console.log(file);
      }
  } finally {
    await server.destroy();
  }
}
