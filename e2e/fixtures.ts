import { test as base } from '@playwright/test';
import { type KenalServer, kenalServer } from './server.ts';

/**
 * `server`: one started server a file of specs, shared by its tests (each onboarding is a session of its
 * own, so tests do not meet). A spec that stops or breaks its server makes its own with `kenalServer`.
 */
export const test = base.extend<object, { server: KenalServer; hosted: KenalServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const server = await kenalServer();
      await server.start();
      await use(server);
      await server.destroy();
    },
    { scope: 'worker' },
  ],
  /** One that reads through another's OCR API, in the documented format alone: no confidence, no places. */
  hosted: [
    async ({ server }, use) => {
      const hosted = await kenalServer({ OCR_API_URL: server.url, OCR_API_KEY: 'AbcdEfgh' });
      await hosted.start();
      await use(hosted);
      await hosted.destroy();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
