import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { Person } from '../../e2e/person.ts';
import { round } from '../lib/stats.ts';

const KB = 1000;

/** What Chromium really loads on the way of a Malaysian customer, in English; scripts as gzip at level 9. */
export async function bytes(browser: Browser, url: string): Promise<Readonly<Record<string, number>>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-MY' });
  const page = await context.newPage();
  const sizes = { script: 0, font: 0, stylesheet: 0 };
  const seen = new Set<string>();
  const reading: Promise<void>[] = [];
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const kind = /\.js$/.test(pathname)
      ? 'script'
      : /\.css$/.test(pathname)
        ? 'stylesheet'
        : /\.woff2$/.test(pathname)
          ? 'font'
          : null;
    // The worker loads a copy of its own of what the page has: it is downloaded once.
    if (!kind || seen.has(pathname)) return;
    seen.add(pathname);
    reading.push(
      response.body().then(
        (body) => {
          sizes[kind] += kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;
        },
        () => undefined,
      ),
    );
  });
  const settled = async (): Promise<typeof sizes> => {
    await page.waitForLoadState('networkidle');
    await Promise.all(reading);
    return { ...sizes };
  };
  await page.goto(url);
  const person = new Person(page);
  await person.heading(person.says('welcome.title')).waitFor();
  const first = await settled();
  await person.reachForm(url, 'Malaysia');
  await person.field(/E-mail or phone/).fill('bytes@example.com');
  await person.send();
  await person.reference();
  const whole = await settled();
  await context.close();
  return {
    'first screen, script KB (gzip)': round(first.script / KB, 1),
    'first screen, style KB (gzip)': round(first.stylesheet / KB, 1),
    'whole way, script KB (gzip)': round(whole.script / KB, 1),
    'whole way, fonts KB': round(whole.font / KB, 1),
  };
}
