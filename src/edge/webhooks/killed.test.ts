import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { WebhookDeliveries } from '#src/contract/partner/index.ts';
import { bedsOf, sqliteStores } from '../testing/bed.node.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { partnerIn, receiver } from '../testing/partner.node.ts';
import { MINUTE, NOON } from '../testing/samples.node.ts';

const SENDER = join(import.meta.dirname, '../testing/sender.node.ts');
const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

it('sends a webhook again, under the same id, when its sender was killed before the answer', async () => {
  const folder = temporaryFolder();
  const bed = await make({ folder, settings: { webhookAllowPrivate: true } });
  const ahead = NOON - Date.now();
  const shop = await partnerIn(bed);
  const hook = await receiver();
  // It takes what is sent, and keeps the sender waiting.
  hook.answer(null);
  await shop.call('POST', '/api/partner/webhooks', { url: hook.url });
  await shop.submit(await shop.session());
  const sender = spawn(process.execPath, [SENDER, folder, String(ahead)], { stdio: 'inherit' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    sender.once('exit', (_, signal) => resolve(signal)),
  );
  const first = await hook.next();
  sender.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');

  hook.answer(200);
  const log = async () =>
    ((await (await shop.call('GET', '/api/partner/deliveries')).json()) as WebhookDeliveries).deliveries;
  await bed.runDue();
  // The lease of the dead is still good: two senders at once would be worse than a minute's wait.
  expect(await log()).toMatchObject([{ state: 'pending', attempts: [] }]);
  bed.pass(2 * MINUTE);
  await bed.runDue();
  expect(await log()).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }]);
  expect(hook.received).toHaveLength(2);
  const second = hook.received[1];
  expect(second?.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second?.body).toBe(first.body);
  hook.close();
});
