import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '#tools/run.ts';
import { expect, test } from './fixtures.ts';
import { say } from './words.ts';

const PAGE = readFileSync(join(root, 'docs/partners/five-minutes.md'), 'utf8');

/** A block of the page, word for word. */
function block(language: string, including: string): string {
  const blocks = [...PAGE.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))];
  const found = blocks.find(([, text]) => text?.includes(including))?.[1];
  if (!found) throw new Error(`the page has no ${language} block with ${including}`);
  return found;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

test('the five-minute example does what its page says', async ({ page, server }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-shop-'));
  let shop: ChildProcess | undefined;
  try {
    const port = await freePort();
    const origin = `http://shop.localhost:${port}`;
    const command = block('sh', 'partners.ts try').trim().replace('http://shop.localhost:3000', origin);
    const [program = '', ...args] = command.split(' ');
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: root,
      env: { ...process.env, DATA_DIR: server.dataDir },
    });
    const { client, key } = JSON.parse(stdout) as { client: string; key: string };

    writeFileSync(join(folder, 'shop.mjs'), block('js', 'createServer'));
    shop = spawn('node', ['shop.mjs'], {
      cwd: folder,
      env: {
        ...process.env,
        KENAL_KEY: key,
        KENAL_CLIENT: client,
        KENAL_URL: server.url,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => shop?.stdout?.once('data', resolve));

    await page.goto(origin);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /Malaysia/ }).click();
    await frame.getByRole('button', { name: say('en', 'consent.accept') }).click();
    await frame.getByRole('button', { name: say('en', 'capture.choose.specimen') }).click();
    await frame.getByRole('button', { name: say('en', 'capture.review.use') }).click();
    await expect(frame.getByRole('heading', { name: say('en', 'form.title.read') })).toBeVisible();
    await frame.getByRole('textbox', { name: /e-mail/i }).fill('someone@example.com');
    await frame.getByRole('button', { name: say('en', 'form.send') }).click();
    await expect(page.getByText(/^Thank you\. Your reference: [0-9A-Z]{3}-/)).toBeVisible();

    // The sandbox shows what has happened, and a specimen forces its outcome.
    await page.goto(`${server.url}/sandbox`);
    await page.getByLabel('Test key').fill(key);
    await page.getByRole('button', { name: 'Watch' }).click();
    const events = page.getByRole('table');
    await expect(events.getByText('POST /api/applications').first()).toBeVisible();
    await expect(events.getByText('page → frame').first()).toBeVisible();
  } finally {
    shop?.kill();
    rmSync(folder, { recursive: true });
  }
});

test('a specimen of the sandbox forces its outcome in the flow', async ({ page, server, request }) => {
  const { stdout } = await promisify(execFile)(
    'node',
    ['tools/partners.ts', 'try', new URL(server.url).origin],
    { cwd: root, env: { ...process.env, DATA_DIR: server.dataDir } },
  );
  const { client, key } = JSON.parse(stdout) as { client: string; key: string };
  const list = (await (await request.get(`${server.url}/api/sandbox/specimens`)).json()) as {
    specimens: { path: string; outcome: string; country: string }[];
  };
  const outcomes = new Set(list.specimens.map(({ outcome }) => outcome));
  expect([...outcomes].sort()).toEqual(
    [
      'expired',
      'inner_error',
      'invalid_format',
      'invalid_request',
      'invalid_size',
      'low_confidence',
      'mismatch',
      'not_card',
      'ok',
      'outage',
      'slow',
      'unreadable',
    ].sort(),
  );
  const session = await request.post(`${server.url}/api/sessions`, {
    headers: { authorization: `Bearer ${key}` },
    data: { client },
  });
  const { token } = (await session.json()) as { token: string };
  // The way of a tab of its own, in the partner's name.
  await page.goto(`${server.url}/start#${token}`);
  await expect(page.getByRole('banner')).toContainText('Trial');
  expect(page.url()).not.toContain(token);
  const specimen = list.specimens.find((one) => one.outcome === 'not_card' && one.country === 'my');
  const image = await request.get(`${server.url}${specimen?.path}`);
  await page.getByRole('button', { name: /Malaysia/ }).click();
  await page.getByRole('button', { name: say('en', 'consent.accept') }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('en', 'capture.choose.upload') }).click();
  await (await chooser).setFiles({ name: 'card.jpg', mimeType: 'image/jpeg', buffer: await image.body() });
  await page.getByRole('button', { name: say('en', 'capture.review.use') }).click();
  await expect(page.getByRole('heading', { name: /^No .+ in sight$/ })).toBeVisible();
});
