import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './tools/chromium.ts';

const executablePath = findChromium();
/** Specs that play a film to a camera: frames come at their own pace, so nothing runs beside them. */
const CAMERA = ['**/capture.spec.ts', '**/embed.spec.ts'];

/**
 * The whole in a real browser: each spec starts its own server on a free port with its own database
 * (`e2e/fixtures.ts`), so specs may stop it, break it and look into it.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  workers: 2,
  projects: [
    { name: 'camera', testMatch: CAMERA, workers: 1 },
    { name: 'screens', testIgnore: CAMERA },
  ],
  // What fails once and then holds is counted as flaky and named: a machine may be busy, a fault fails twice.
  retries: 1,
  // A machine may be busy: a timeout ends what hangs and judges nothing.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 360, height: 740 },
    locale: 'en-MY',
    launchOptions: { args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) },
    // A trace of every test costs a third of its time; what fails is run again anyway.
    trace: 'on-first-retry',
    // What hangs is then named by where it hangs.
    actionTimeout: 60_000,
  },
});
