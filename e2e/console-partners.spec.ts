import AxeBuilder from '@axe-core/playwright';
import { receiver } from '#src/edge/testing/partner.node.ts';
import { idempotent, submission } from '#src/edge/testing/samples.node.ts';
import en from '#src/features/console/partners/words.en.ts';
import { ADMIN_ENV, Agent } from './agent.ts';
import { expect, test } from './fixtures.ts';

test.use({
  serverOf: 'console-partners',
  serverEnv: { ...ADMIN_ENV, WEBHOOK_ALLOW_PRIVATE: 'true' },
  viewport: { width: 1280, height: 720 },
});

const SHOP = 'https://shop.example';

test('an admin makes a partner whose key works, and sends a failed webhook again', async ({
  page,
  server,
}) => {
  const hook = await receiver();
  hook.answer(500);
  const faults: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security') && faults.push(message.text()));
  const admin = new Agent(page);
  await admin.signIn(server.url);
  await admin.keys('g', 'p');
  await page.getByLabel(en['partners.new']).fill('Kedai Runcit');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kedai Runcit' })).toBeVisible();
  await page.getByRole('button', { name: en['partners.side'] }).click();
  await page.getByRole('option', { name: en['mode.test'], exact: true }).click();
  await expect(page).toHaveURL(/mode=test/);

  const keys = page.getByRole('region', { name: en['keys.title'] });
  await keys.getByLabel(en['keys.label']).fill('server');
  await page.keyboard.press('Enter');
  const key = (await keys.getByRole('status').locator('code').textContent()) ?? '';
  expect(key).toMatch(/^ks_test_/);

  const clients = page.getByRole('region', { name: en['clients.title'] });
  await clients.getByLabel(en['clients.origins']).fill(`${SHOP}/`);
  await clients.getByRole('button', { name: en['clients.make'] }).click();
  const client = (await clients.locator('code').textContent()) ?? '';
  expect(client).toMatch(/^kc_test_/);
  await clients.getByRole('button', { name: 'Edit Kedai Runcit' }).click();
  await clients.getByLabel(en['brand.accent'], { exact: true }).fill('#ffe08a');
  await expect(clients.getByText(/^Accent: #ffe08a has a contrast of/)).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await clients.getByRole('group', { name: en['brand.logo'], exact: true }).getByRole('button').click();
  await (await choosing).setFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    ),
  });
  await expect(clients.getByRole('img', { name: en['brand.logo'] })).toBeVisible();
  await clients.getByRole('button', { name: 'Save' }).click();
  await expect(clients.getByRole('button', { name: 'Save' })).toBeHidden();

  const hooks = page.getByRole('region', { name: en['hooks.title'] });
  await hooks.getByLabel(en['hooks.url']).fill(hook.url);
  await page.keyboard.press('Enter');
  await expect(hooks.getByRole('status').locator('code')).toHaveText(/^whsec_/);

  const send = async (token: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...idempotent() },
      body: JSON.stringify(body),
    });
    expect([path, response.status, response.ok]).toEqual([path, response.status, true]);
    return (await response.json()) as Record<string, unknown>;
  };
  const session = await send(key, '/api/sessions', { client, origin: SHOP });
  expect(session).toMatchObject({
    partner: { branding: { theme: { accent: '#ffe08a', logo: expect.stringMatching(/^\/api\/assets\//) } } },
  });
  await send(String(session.token), '/api/applications', submission(null));

  const log = page.getByRole('region', { name: en['log.title'] });
  const line = log.getByRole('row').filter({ hasText: 'application.submitted' });
  await expect(line).toContainText('500', { timeout: 20_000 });
  await expect(hooks.getByText(/failing since/)).toBeVisible();
  // Sent to a disabled address it is given up: what arrives afterwards arrives by the button alone.
  await hooks.getByRole('button', { name: `Disable ${hook.url}` }).click();
  await expect(hooks.getByText(/^Disabled on request/)).toBeVisible();
  await line.getByRole('button', { name: /^Resend/ }).click();
  await expect(line).toContainText(en['log.disabled'], { timeout: 20_000 });
  await expect(line).toContainText(en['log.failed']);
  hook.answer(200);
  const before = hook.received.length;
  await hooks.getByRole('button', { name: `Enable ${hook.url}` }).click();
  await expect(hooks.getByText(en['hooks.on'], { exact: true })).toBeVisible();
  await line.getByRole('button', { name: /^Resend/ }).click();
  await expect(line).toContainText(en['log.delivered'], { timeout: 20_000 });
  expect(hook.received.length).toBe(before + 1);
  expect(hook.received.at(-1)?.headers['webhook-id']).toBe(hook.received[0]?.headers['webhook-id']);

  // Shown once: neither secret is on the page that is loaded anew.
  await page.reload();
  await expect(keys.getByText(`ends in ${key.slice(-4)}`)).toBeVisible();
  expect(await page.content()).not.toContain(key);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await keys.getByRole('button', { name: 'Revoke the key server' }).click();
  await keys.getByRole('button', { name: 'Press again: Revoke the key server' }).click();
  await expect(keys.getByText(/^revoked/)).toBeVisible();
  expect(faults).toEqual([]);
  hook.close();
});
