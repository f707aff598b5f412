import { test as base } from '@playwright/test';
import { type KenalServer, kenalServer } from './server.ts';

interface Servers {
  /** Settings of `server` beside the defaults: `test.use({ serverEnv })` at the top of a file. */
  readonly serverEnv: Record<string, string>;
  /** Whose `server` it is: a file whose tests look at more than their own session gives its name here. */
  readonly serverOf: string;
  /**
   * One started server, shared by the files with the same settings (each onboarding is a session of its own, so
   * tests do not meet). A spec that stops or breaks its server makes its own with `kenalServer`.
   */
  readonly server: KenalServer;
  /** One that reads through another's OCR API, in the documented format alone: no confidence, no places. */
  readonly hosted: KenalServer;
}

async function started(env: Record<string, string>, use: (server: KenalServer) => Promise<void>) {
  const server = await kenalServer(env);
  await server.start();
  await use(server);
  await server.destroy();
}

export const test = base.extend<object, Servers>({
  serverEnv: [{}, { option: true, scope: 'worker' }],
  serverOf: ['anybody', { option: true, scope: 'worker' }],
  server: [({ serverEnv, serverOf: _ }, use) => started(serverEnv, use), { scope: 'worker' }],
  hosted: [
    ({ server }, use) => started({ OCR_API_URL: server.url, OCR_API_KEY: 'AbcdEfgh' }, use),
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
