import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '#tools/chromium.ts';

/** The Chromium that the end-to-end tests use. */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS, ...args],
  });
}

/** Most memory that any page process of this browser has held so far, MB (Linux: VmHWM); null elsewhere. */
export async function peakMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
        return Number(kilobytes) / 1_000;
      } catch {
        return Number.NaN;
      }
    })
    .filter((megabytes) => !Number.isNaN(megabytes));
  return peaks.length === 0 ? null : Math.round(Math.max(...peaks));
}

/** A page that fails the bench on its first uncaught error. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    console.error(`page: ${error.message}`);
    process.exitCode = 1;
  });
  await page.goto(url);
  await page.waitForFunction(() => 'kenal' in globalThis);
  return page;
}
