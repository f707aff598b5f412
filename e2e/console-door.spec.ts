import { totpCode } from '#src/edge/testing/totp.node.ts';
import { ADMIN, Agent, setupCode } from './agent.ts';
import { expect, test } from './fixtures.ts';

test.use({ serverOf: 'console-door', viewport: { width: 1280, height: 720 } });
test.describe.configure({ mode: 'serial' });

const COLLEAGUE = { email: 'nadia@office.example', password: 'seven green parrots' };

test('the first admin, an invitation, a colleague comes in, is locked out, and is unlocked', async ({
  page,
  browser,
  server,
}) => {
  const faults: string[] = [];
  page.on('console', (message) => message.text().includes('Content Security') && faults.push(message.text()));
  const admin = new Agent(page);
  await page.goto(`${server.url}/agent`);
  await page.getByLabel('Setup code').fill('AAAA-BBBB-CCCC');
  await page.getByLabel('Your name').fill('Aminah');
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  await page.getByLabel('Setup code').fill(setupCode(server.output()));
  await page.keyboard.press('Enter');
  await admin.isIn();

  await admin.keys('g', 's');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await page.getByLabel('E-mail').fill(COLLEAGUE.email);
  await page.keyboard.press('Enter');
  const link = (await page.getByRole('status').locator('code').textContent()) ?? '';
  expect(link).toContain('/agent/invitation#');

  const context = await browser.newContext({ locale: 'en-MY', viewport: { width: 1280, height: 720 } });
  const other = await context.newPage();
  const nadia = new Agent(other);
  await other.goto(link);
  await expect(other.getByText(COLLEAGUE.email)).toBeVisible();
  await other.getByLabel('Your name').fill('Nadia');
  await other.getByLabel('Password').fill(COLLEAGUE.password);
  await other.keyboard.press('Enter');
  await nadia.isIn();
  // An agent has no settings, and their address shows none.
  await expect(other.getByRole('link', { name: 'Settings' })).toBeHidden();
  await other.goto(`${server.url}/agent/settings/people`);
  await expect(other.getByText('Not for your role')).toBeVisible();

  // The link is good once.
  const stranger = await browser.newContext();
  const late = await stranger.newPage();
  await late.goto(link);
  await expect(late.getByRole('heading', { name: 'This invitation is no longer good' })).toBeVisible();
  // Wrong passwords, until the account is locked; then the right one does not open it either.
  await late.goto(`${server.url}/agent`);
  await late.getByLabel('E-mail').fill(COLLEAGUE.email);
  await expect(async () => {
    await late.getByLabel('Password', { exact: true }).fill('wrong wrong wrong');
    await late.keyboard.press('Enter');
    await expect(late.getByRole('alert')).toContainText('Too many tries', { timeout: 1_000 });
  }).toPass();
  await late.getByLabel('Password', { exact: true }).fill(COLLEAGUE.password);
  await late.keyboard.press('Enter');
  await expect(late.getByRole('alert')).toContainText('Too many tries');

  await page.reload();
  await expect(page.getByText(/locked until/)).toBeVisible();
  await page.getByRole('button', { name: 'What to do with Nadia' }).click();
  await page.getByRole('menuitem', { name: 'Unlock' }).click();
  await expect(page.getByText(/locked until/)).toBeHidden();
  await late.getByLabel('Password', { exact: true }).fill(COLLEAGUE.password);
  await late.keyboard.press('Enter');
  await new Agent(late).isIn();

  // Ending the sessions shows the door wherever the account was in.
  await page.getByRole('button', { name: 'What to do with Nadia' }).click();
  await page.getByRole('menuitem', { name: 'End all sessions' }).click();
  await expect(async () => {
    await other.reload();
    await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  expect(faults).toEqual([]);
  await context.close();
  await stranger.close();
});

test('a passkey is made, signs in without a password, and is removed', async ({ page, server }) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const admin = new Agent(page);
  await admin.signIn(server.url);
  await admin.keys('g', 'a');
  await page.getByLabel('Name of the new one').fill('Office laptop');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Office laptop')).toBeVisible();
  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await admin.isIn();
  await page.goto(`${server.url}/agent/account`);
  await page.getByRole('button', { name: 'Remove Office laptop' }).click();
  await expect(page.getByText('Office laptop')).toBeHidden();
});

test('a code from an app: set up by its picture, asked for at the next sign-in', async ({ page, server }) => {
  const admin = new Agent(page);
  await admin.signIn(server.url);
  await page.goto(`${server.url}/agent/account`);
  const section = page.getByRole('region', { name: 'Code from an app' });
  await section.getByLabel('Present password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(section.getByRole('img', { name: 'Scan this picture with the app' })).toBeVisible();
  const secret = (await section.locator('code').textContent()) ?? '';
  await section
    .getByLabel('The six digits that it shows')
    .fill(totpCode(`otpauth://totp/Kenal?secret=${secret}`));
  await page.keyboard.press('Enter');
  await expect(section.getByText('It is asked for at every sign-in')).toBeVisible();
  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Six digits').fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This code is not right');
  await page.getByLabel('Six digits').fill(totpCode(`otpauth://totp/Kenal?secret=${secret}`));
  await page.keyboard.press('Enter');
  await admin.isIn();
});
