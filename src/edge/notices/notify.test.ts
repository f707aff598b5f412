import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, it } from 'vitest';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import type { EventListener } from '../deps.ts';
import { systemClock } from '../deps.ts';
import { bedsOf, client, sqliteStores } from '../testing/bed.node.ts';
import { HOUR, idempotent, MY_VALUES, submission } from '../testing/samples.node.ts';
import { noticeListeners } from './listeners.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const { make, closeAll } = bedsOf(sqliteStores);
const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  await closeAll();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The operator's own system: it answers with each status in turn, then 204. */
async function hook(statuses: number[] = []) {
  const heard: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    heard.push({ headers: request.headers, body });
    const status = statuses.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/kenal`;
  let listener: EventListener | undefined;
  const bed = await make({ listeners: [{ name: 'notify', tell: async (event) => listener?.tell(event) }] });
  const { store, keys } = bed;
  const log = { info: () => {}, error: () => {} };
  const notices = { publicUrl: 'https://kyc.example', mailer: null, notify: { url, secret: SECRET } };
  // The hook checks the time against its own clock.
  [listener] = noticeListeners({ store, keys, clock: systemClock, log }, notices);
  const customer = await client(bed);
  const response = await customer.send('POST', '/api/applications', submission(null), idempotent());
  return { heard, bed, receipt: (await response.json()) as ApplicationReceipt };
}

it('tells what happened to which application, signed, and no more than that', async () => {
  const { heard, bed, receipt } = await hook();
  await bed.runDue();
  await bed.runDue();
  const [{ headers, body } = { headers: {}, body: '' }] = heard;
  const { id: applicationId, reference, submittedAt: at } = receipt;
  const verified = new Webhook(SECRET).verify(body, headers as Record<string, string>);
  expect(verified).toEqual({ type: 'application.submitted', applicationId, reference, at });
  expect(() =>
    new Webhook(SECRET).verify(body.replace('submitted', 'approved'), headers as Record<string, string>),
  ).toThrow();
  for (const [name, value] of Object.entries(MY_VALUES))
    if (name !== 'gender') expect(body).not.toContain(value);
});

it('comes again under the same id until it is taken, and follows no redirect', async () => {
  const { heard, bed } = await hook([500, 302]);
  for (let i = 0; i < 5; i++) {
    await bed.runDue();
    bed.pass(HOUR);
  }
  expect(heard).toHaveLength(3);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});
