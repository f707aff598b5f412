import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** Flags that a container running as root needs, and that keep Chromium from looking anything up by itself. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
] as const;

/** Path of a Chromium that is installed: Playwright's own first, then the system's; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  return [named, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;
}

/**
 * Path of a Chromium, installed if need be: with apt where that may be done, else Playwright's download.
 * @throws Error with both installers' output if neither worked.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  let log = '';
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    log += (await run('apt-get', ['update', '-qq'])).output;
    log += (
      await run('apt-get', ['install', '-y', '-qq', 'chromium'], {
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      })
    ).output;
  }
  if (!findChromium()) log += (await run('playwright', ['install', 'chromium'])).output;
  const installed = findChromium();
  if (!installed) throw new Error(`No Chromium, and none could be installed:\n${log}`);
  return installed;
}
