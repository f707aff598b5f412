import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';

/** Chromium from the system where there is one, else Playwright's. */
export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    existsSync,
  );
  return chromium.launch({
    ...(system ? { executablePath: system } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', ...args],
  });
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
