import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '#tools/chromium.ts';

/**
 * How Chromium is started whose camera plays a film (JPEG frames one after the other).
 * @param make draws it, where the file is not there yet.
 */
export async function cameraThatPlays(file: string, make: () => Promise<Uint8Array>): Promise<LaunchOptions> {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await make());
  }
  const executablePath = findChromium();
  const camera = [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
  return { args: [...CHROMIUM_ARGS, ...camera], ...(executablePath ? { executablePath } : {}) };
}
