import { afterEach, expect, it } from 'vitest';
import { type Bed, bedsOf, client, LIMITS, sqliteStores } from '../testing/bed.node.ts';
import { partnerIn, receiver } from '../testing/partner.node.ts';
import { HOUR, idempotent, NOON, submission } from '../testing/samples.node.ts';
import { runDue } from './run.ts';

const beds = bedsOf(sqliteStores);
afterEach(beds.closeAll);

it('gives back what it could not begin while its lease was fresh, so that nobody is told twice', async () => {
  let bed: Bed | undefined;
  const told: string[] = [];
  const slow = async ({ application_id }: { application_id: string | null }) => {
    told.push(String(application_id));
    // A mail server that takes twenty seconds for each.
    bed?.pass(20_000);
    // Meanwhile another process looks for what is due, when the leases of the first look would have run out.
    if (told.length === 3) bed?.pass(30_000);
    if (told.length === 3) await bed?.runDue();
  };
  bed = await beds.make({ listeners: [{ name: 'slow', tell: slow }] });
  for (let i = 0; i < 6; i++) {
    const { send } = await client(bed);
    expect((await send('POST', '/api/applications', submission(null), idempotent())).status).toBe(201);
  }
  for (let i = 0; i < 3; i++) await bed.runDue();
  expect(told).toHaveLength(6);
  expect(new Set(told).size).toBe(6);
});

it('goes on when the database is away just as the work ends, and leaves no rejection to nobody', async () => {
  const bed = await beds.make({ settings: { webhookAllowPrivate: true } });
  const shop = await partnerIn(bed);
  const hook = await receiver();
  hook.answer(500);
  await shop.call('POST', '/api/partner/webhooks', { url: hook.url });
  await shop.submit(await shop.session());
  await bed.runDue();
  hook.close();
  // Now its next try and the end of its session are due together.
  bed.pass(25 * HOUR);
  const away = () => Promise.reject(new Error('The database is away'));
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const lines: string[] = [];
  const write = (_: object, message: string) => void lines.push(message);
  const unheard: unknown[] = [];
  const note = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', note);
  const ahead = NOON + 25 * HOUR - Date.now();
  let over = false;
  const ran = runDue({
    store: { ...bed.store, due: { ...bed.store.due, done: away, postpone: away } },
    images: bed.images,
    keys: bed.keys,
    clock: { now: () => Date.now() + ahead, sleep: async () => {} },
    log: { info: write, error: write },
    settings: {
      publicUrl: 'http://localhost:8080',
      allowManual: true,
      retentionDays: 90,
      limits: LIMITS,
      webhookAllowPrivate: true,
    },
    webhookFetch: async () => {
      await asked;
      return { status: 200 };
    },
  })
    .catch((error: unknown) => error)
    .finally(() => {
      over = true;
    });
  // The session's row has failed by now, and the webhook is still on its way.
  while (!over && !lines.includes('due work failed')) await new Promise((resolve) => setImmediate(resolve));
  answer();
  expect(await ran).toBe(0);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unheard).toEqual([]);
  expect(lines).toContain('due work could not be given back');
});
