import { expect, it } from 'vitest';
import { readSettings } from '../settings.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { startNode } from './start.node.ts';

const log = { info: () => {}, error: () => {} };

/** Statuses of sessions begun by one peer that says of itself that it is these addresses, where two are allowed. */
async function statuses(trustProxy: string, forwarded: readonly string[]): Promise<number[]> {
  const settings = readSettings({
    PORT: '0',
    DATA_DIR: temporaryFolder(),
    OCR_API_URL: 'http://127.0.0.1:1',
    OCR_API_KEY: 'key',
    RATE_LIMIT: '2',
    TRUST_PROXY: trustProxy,
  });
  const kenal = await startNode(settings, { log });
  const answers: number[] = [];
  for (const address of forwarded) {
    const headers = { 'x-forwarded-for': address, forwarded: `for=${address}`, 'x-real-ip': address };
    answers.push((await fetch(`${kenal.url}/api/sessions`, { method: 'POST', headers })).status);
  }
  await kenal.close();
  return answers;
}

it('addresses come from the headers of trusted proxies, and from no other', async () => {
  const others = ['198.51.100.1', '198.51.100.2', '198.51.100.3'];
  expect(await statuses('none', others)).toEqual([201, 201, 429]);
  expect(await statuses('10.0.0.0/8', others)).toEqual([201, 201, 429]);
  expect(await statuses('loopback', others)).toEqual([201, 201, 201]);
  // What a client writes into the header stands left of what the proxy has seen.
  const forged = ['1.1.1.1, 198.51.100.1', '2.2.2.2, 198.51.100.1', '3.3.3.3, 198.51.100.1'];
  expect(await statuses('loopback', forged)).toEqual([201, 201, 429]);
});
