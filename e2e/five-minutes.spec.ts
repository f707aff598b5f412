import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIRequestContext } from '@playwright/test';
import { root } from '#tools/run.ts';
import { expect, test } from './fixtures.ts';
import { Person } from './person.ts';
import type { KenalServer } from './server.ts';
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

/** A client to try things with, of Kenal's own origin. */
async function trial(server: KenalServer): Promise<{ client: string; key: string }> {
  const { stdout } = await promisify(execFile)(
    'node',
    ['tools/partners.ts', 'try', new URL(server.url).origin],
    { cwd: root, env: { ...process.env, DATA_DIR: server.dataDir } },
  );
  return JSON.parse(stdout);
}

/** A token of a new session for a tab of its own. */
async function makeToken(
  request: APIRequestContext,
  server: KenalServer,
  client: string,
  key: string,
  options: { locale?: string } = {},
): Promise<string> {
  const session = await request.post(`${server.url}/api/sessions`, {
    headers: { authorization: `Bearer ${key}` },
    data: { client, ...options },
  });
  return ((await session.json()) as { token: string }).token;
}

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
    const contact = frame.getByRole('textbox', { name: /e-mail/i });
    await contact.fill('someone@example.com');
    await page.waitForRequest(
      (request) =>
        request.method() === 'PUT' &&
        /draft/.test(request.url()) &&
        /someone@/.test(request.postData() ?? ''),
    );
    // The page's next token is of the same onboarding.
    await page.reload();
    await expect(contact).toHaveValue('someone@example.com');
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
  const { client, key } = await trial(server);
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
  const token = await makeToken(request, server, client, key);
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

test('a partner’s tab begins in the partner’s language, and after a reload keeps the one that was chosen', async ({
  page,
  server,
  request,
}) => {
  const { client, key } = await trial(server);
  const token = await makeToken(request, server, client, key, { locale: 'ms' });
  await page.goto(`${server.url}/start#${token}`);
  await expect(page.getByRole('heading', { name: say('ms', 'welcome.title') })).toBeVisible();
  await page.getByRole('combobox', { name: say('ms', 'app.language') }).selectOption('en');
  await expect(page.getByRole('heading', { name: say('en', 'welcome.title') })).toBeVisible();
  const opened = page.waitForResponse(/\/api\/sessions$/);
  await page.reload();
  await opened;
  await page.getByRole('button', { name: /Malaysia/ }).click();
  await expect(page.getByRole('heading', { name: say('en', 'consent.title') })).toBeVisible();
});

test('a partner’s tab stays in the partner’s session, keeps its receipt, and says when its time is up', async ({
  page,
  server,
  request,
}) => {
  const { client, key } = await trial(server);
  const person = new Person(page);
  const start = `${server.url}/start#${await makeToken(request, server, client, key)}`;
  await person.reachForm(start, 'Malaysia');
  await person.tapOn('form.discard');
  await person.tapOn('form.discard.yes');
  // Erased, and still the partner's: what follows is sent in its name.
  await expect(person.heading(person.says('welcome.title'))).toBeVisible();
  await person.tap(/Malaysia/);
  await person.tapOn('consent.accept');
  await person.tapOn('capture.choose.specimen');
  await person.acceptPhoto();
  await person.seesForm();
  await person.field(/E-mail or phone/).fill('someone@example.com');
  await person.send();
  const reference = await person.reference();
  const applications = await request.get(`${server.url}/api/partner/applications`, {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(await applications.text()).toContain(reference);
  await expect(page.getByRole('button', { name: person.says('receipt.restart') })).toHaveCount(0);
  await page.reload();
  expect(await person.reference()).toBe(reference);

  // From here on the BFF takes no token of this session any more.
  const over = { type: 'about:blank', title: 'Unauthorized', status: 401, code: 'unauthorized' };
  const refuse = () =>
    page.route(/\/api\/(sessions|readings)/, (route) => route.fulfill({ status: 401, json: over }));
  await refuse();
  await page.reload();
  expect(await person.reference()).toBe(reference);
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  // Another onboarding in the same tab has nothing of the last one.
  await page.goto('about:blank');
  await person.reachPhoto(`${server.url}/start#${await makeToken(request, server, client, key)}`, 'Malaysia');
  await refuse();
  await person.tapOn('capture.choose.specimen');
  await person.acceptPhoto();
  await expect(person.heading(person.says('failed.over.title'))).toBeVisible();
  await page.reload();
  await expect(person.heading('This onboarding cannot be opened')).toBeVisible();
});
