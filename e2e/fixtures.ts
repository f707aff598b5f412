import { test as base } from '@playwright/test';
import { type KenalServer, kenalServer } from './server.ts';

/**
 * `server`: one started server a file of specs, shared by its tests (each onboarding is a session of its
 * own, so tests do not meet). A spec that stops or breaks its server makes its own with `kenalServer`.
 */
export const test = base.extend<object, { server: KenalServer }>({
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
});

export { expect } from '@playwright/test';
