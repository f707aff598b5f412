import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  Account,
  AuditPage,
  Entrance,
  InvitationMade,
  Me,
  SignedIn,
  TotpSetup,
} from '#src/contract/agent/index.ts';
import { ADMIN, agentBrowser, agentOf, PASSWORD, signIn, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { HOUR, MINUTE } from '../samples.node.ts';
import { totpCode } from '../totp.node.ts';

/** Accounts of the console, by request, on whatever stores and runtime the beds are made of. */
export function accountsSuite(beds: Beds): void {
  describe('accounts', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make({ settings: WITH_ADMIN });
    });
    afterEach(closeAll);

    it('signs in by password, with cookies that no other site and no script can use', async () => {
      const browser = agentBrowser(bed);
      expect(await problemOf(await browser.send('GET', '/api/agent/me'))).toEqual([401, 'unauthorized']);
      const response = await browser.send('POST', '/api/agent/sign-in', ADMIN);
      const cookies = response.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-kenal\./);
        expect(cookie).toMatch(/; path=\/(;|$)/i);
        for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Strict'])
          expect(cookie).toContain(attribute);
        expect(cookie).not.toMatch(/domain/i);
      }
      const me = await browser.get<Me>('GET', '/api/agent/me');
      expect(me).toMatchObject({
        email: ADMIN.email,
        role: 'admin',
        totp: false,
        hasPassword: true,
        passkeys: 0,
      });
      expect((await browser.send('POST', '/api/agent/sign-out', {})).status).toBe(204);
      expect((await browser.send('GET', '/api/agent/me')).status).toBe(401);
    });

    it('refuses changes that come from another origin, whatever cookies they bring', async () => {
      const { send } = await signIn(bed);
      for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }])
        expect((await send('POST', '/api/agent/sign-out', {}, headers)).status).toBe(403);
      const fromProxy = { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' };
      expect((await send('POST', '/api/agent/sign-out', {}, fromProxy)).status).toBe(204);
    });

    it('locks an account after five failures, longer each time, and says the same of one that is not there', async () => {
      const browser = agentBrowser(bed);
      const tryIn = (email: string, password: string) =>
        browser.send('POST', '/api/agent/sign-in', { email, password });
      for (const email of [ADMIN.email, 'nobody@kenal.example']) {
        for (let i = 0; i < 5; i++)
          expect(await problemOf(await tryIn(email, 'wrong'))).toEqual([401, 'credentials_wrong']);
        const locked = await tryIn(email, PASSWORD);
        expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(50);
        expect(await problemOf(locked)).toEqual([429, 'account_locked']);
      }
      bed.pass(1.1 * MINUTE);
      expect((await tryIn(ADMIN.email, 'wrong')).status).toBe(401);
      const again = await tryIn(ADMIN.email, PASSWORD);
      expect(again.status).toBe(429);
      expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(100);
      bed.pass(2.1 * MINUTE);
      expect((await tryIn(ADMIN.email, PASSWORD)).status).toBe(200);
      // The right password has wiped the slate.
      expect((await tryIn(ADMIN.email, 'wrong')).status).toBe(401);
      expect((await tryIn(ADMIN.email, PASSWORD)).status).toBe(200);
    });

    it('counts failures that come all at once', async () => {
      const browser = agentBrowser(bed);
      const tries = Array.from({ length: 20 }, () =>
        browser.send('POST', '/api/agent/sign-in', { email: ADMIN.email, password: 'wrong' }),
      );
      // Five were looked at, the others turned away.
      const answers = (await Promise.all(tries)).map(({ status }) => status).sort();
      expect(answers).toEqual([...Array(5).fill(401), ...Array(15).fill(429)]);
      const locked = await browser.send('POST', '/api/agent/sign-in', ADMIN);
      expect(locked.status).toBe(429);
    });

    it('changes nothing that the audit could not be told of', async () => {
      const admin = await signIn(bed);
      const agent = await agentOf(bed, admin, 'agent');
      const { db } = bed.store.database;
      const head = await bed.store.audit.head('console');
      // The next number is taken, so that no link can be written.
      const last = (await bed.store.audit.chain('console')).at(-1);
      await db
        .insertInto('audit')
        .values({ ...last!, seq: (head?.seq ?? 0) + 1 })
        .execute();
      const path = `/api/agent/accounts/${agent.me.id}`;
      expect((await admin.send('PATCH', path, { role: 'admin' })).status).toBe(500);
      expect((await admin.send('DELETE', `${path}/sessions`)).status).toBe(500);
      const invitation = { email: 'new@kenal.example', role: 'agent' };
      expect((await admin.send('POST', '/api/agent/invitations', invitation)).status).toBe(500);
      expect((await admin.send('POST', '/api/agent/partners', { name: 'A shop' })).status).toBe(500);
      expect((await agent.get<Me>('GET', '/api/agent/me')).role).toBe('agent');
      expect(await bed.store.entrances.invitations(0)).toEqual([]);
      expect(await bed.store.partners.all()).toEqual([]);
    });

    it('lets an admin unlock, change roles, end sessions and disable; the last admin stays', async () => {
      const admin = await signIn(bed);
      const agent = await agentOf(bed, admin, 'agent');
      const account = () =>
        admin
          .get<{ accounts: Account[] }>('GET', '/api/agent/accounts')
          .then(({ accounts }) => accounts.find(({ id }) => id === agent.me.id));
      for (let i = 0; i < 5; i++)
        await agentBrowser(bed).send('POST', '/api/agent/sign-in', { email: agent.me.email, password: 'x' });
      expect((await account())?.lockedUntil).not.toBeNull();
      await admin.send('POST', `/api/agent/accounts/${agent.me.id}/unlock`, {});
      expect((await account())?.lockedUntil).toBeNull();
      expect((await agent.send('GET', '/api/agent/me')).status).toBe(200);

      const change = (id: string, body: object) => admin.send('PATCH', `/api/agent/accounts/${id}`, body);
      expect((await change(agent.me.id, { role: 'supervisor' })).status).toBe(200);
      expect((await agent.send('GET', '/api/agent/me')).status).toBe(401);
      const again = await signIn(bed, agent.me.email);
      expect(again.me.role).toBe('supervisor');
      await admin.send('DELETE', `/api/agent/accounts/${agent.me.id}/sessions`);
      expect((await again.send('GET', '/api/agent/me')).status).toBe(401);
      await change(agent.me.id, { disabled: true });
      const refused = await agentBrowser(bed).send('POST', '/api/agent/sign-in', {
        email: agent.me.email,
        password: PASSWORD,
      });
      expect(await problemOf(refused)).toEqual([401, 'credentials_wrong']);
      for (const body of [{ role: 'agent' }, { disabled: true }])
        expect(await problemOf(await change(admin.me.id, body))).toEqual([409, 'last_admin']);
    });

    it('invites by a link that works once, for a week, until it is taken back', async () => {
      const admin = await signIn(bed);
      const invite = (email: string) =>
        admin.get<InvitationMade>('POST', '/api/agent/invitations', { email, role: 'agent' });
      const accept = (link: string) =>
        agentBrowser(bed).send('POST', '/api/agent/invitations/accept', {
          secret: link.split('#')[1],
          name: 'Aminah',
          password: PASSWORD,
        });
      const { link, mailed } = await invite('aminah@kenal.example');
      expect(link).toMatch(/^http:\/\/localhost:8080\/agent\/invitation#[\w-]{43}$/);
      expect(mailed).toBe(false);
      const look = { secret: link.split('#')[1] };
      const seen = await agentBrowser(bed).get('POST', '/api/agent/invitations/look', look);
      expect(seen).toMatchObject({ email: 'aminah@kenal.example', role: 'agent' });
      const both = await Promise.all([accept(link), accept(link)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 410]);
      const taken = { email: 'Aminah@kenal.example', role: 'admin' };
      expect(await problemOf(await admin.send('POST', '/api/agent/invitations', taken))).toEqual([
        409,
        'email_taken',
      ]);
      const late = await invite('late@kenal.example');
      bed.pass(8 * 24 * HOUR);
      expect(await problemOf(await accept(late.link))).toEqual([410, 'link_spent']);
      const back = await invite('back@kenal.example');
      await admin.send('DELETE', `/api/agent/invitations/${back.invitation.id}`);
      expect((await accept(back.link)).status).toBe(410);
    });

    it('asks for a code of the authenticator app once it is set up, and takes a backup code once', async () => {
      const admin = await signIn(bed);
      const wrong = await admin.send('POST', '/api/agent/me/totp', { password: 'wrong' });
      expect(await problemOf(wrong)).toEqual([401, 'credentials_wrong']);
      const { uri, backupCodes } = await admin.get<TotpSetup>('POST', '/api/agent/me/totp', {
        password: PASSWORD,
      });
      const confirmed = await admin.send('POST', '/api/agent/me/totp/confirm', { code: totpCode(uri) });
      expect(confirmed.status).toBe(204);
      expect(await admin.get<Me>('GET', '/api/agent/me')).toMatchObject({ totp: true });

      const browser = agentBrowser(bed);
      const signInWith = async (body: object) => {
        const first = await browser.get<SignedIn>('POST', '/api/agent/sign-in', ADMIN);
        expect(first).toEqual({ next: 'totp' });
        expect((await browser.send('GET', '/api/agent/me')).status).toBe(401);
        return browser.send('POST', '/api/agent/sign-in/totp', body);
      };
      expect(await problemOf(await signInWith({ code: '000000', kind: 'app' }))).toEqual([403, 'code_wrong']);
      expect((await signInWith({ code: totpCode(uri), kind: 'app' })).status).toBe(200);
      expect(await browser.get<Me>('GET', '/api/agent/me')).toMatchObject({ role: 'admin' });
      const code = { code: backupCodes[0], kind: 'backup' };
      expect((await signInWith(code)).status).toBe(200);
      browser.cookies.clear();
      expect((await signInWith(code)).status).toBe(403);
      const gone = await browser.send('POST', '/api/agent/sign-in/totp', code);
      expect([401, 403]).toContain(gone.status);
      // Wrong codes count with wrong passwords, and the right password before each of them wipes nothing.
      for (let i = 0; i < 3; i++)
        expect((await signInWith({ code: '000001', kind: 'app' })).status).toBe(403);
      const locked = await browser.send('POST', '/api/agent/sign-in', ADMIN);
      expect(await problemOf(locked)).toEqual([429, 'account_locked']);
    });

    it('lists sessions and ends them', async () => {
      const first = await signIn(bed);
      const second = await signIn(bed);
      type List = { sessions: { id: string }[] };
      const { sessions } = await second.get<List>('GET', '/api/agent/me/sessions');
      expect(sessions.map(({ id }) => id).sort()).toEqual([first.me.sessionId, second.me.sessionId].sort());
      expect((await second.send('DELETE', `/api/agent/me/sessions/${first.me.sessionId}`)).status).toBe(204);
      expect((await first.send('GET', '/api/agent/me')).status).toBe(401);
      const third = await signIn(bed);
      await third.send('PUT', '/api/agent/me/password', { current: PASSWORD, next: `${PASSWORD} anew` });
      expect((await second.send('GET', '/api/agent/me')).status).toBe(401);
      expect((await third.send('GET', '/api/agent/me')).status).toBe(200);
    });

    it('writes who came and what changed into the audit, and no e-mail', async () => {
      const admin = await signIn(bed);
      await agentBrowser(bed).send('POST', '/api/agent/sign-in', { email: ADMIN.email, password: 'x' });
      const agent = await agentOf(bed, admin, 'agent');
      const { entries } = await admin.get<AuditPage>('GET', '/api/agent/audit');
      expect(entries.map(({ action }) => action).reverse()).toEqual([
        'account.created',
        'account.signed_in',
        'account.sign_in_failed',
        'invitation.made',
        'account.created',
        'account.signed_in',
      ]);
      expect(entries[0]?.actor).toMatchObject({ kind: 'agent', id: agent.me.id, name: agent.me.name });
      expect(JSON.stringify(entries)).not.toContain('@');
      expect(bed.log.join('\n')).not.toContain('@');
    });
  });

  describe('the first account', () => {
    afterEach(beds.closeAll);

    it('is made by who knows the code, once, also if two come at once', async () => {
      const bed = await beds.make();
      const { firstRunCode } = await import('../../agent/auth/first.ts');
      const { createVault } = await import('../../crypto/vault.ts');
      const vault = createVault(bed.store.secrets, bed.keys);
      const code = await firstRunCode({ vault } as Parameters<typeof firstRunCode>[0]);
      const body = (email: string, typed = code) => ({
        code: typed,
        email,
        name: 'First',
        password: PASSWORD,
      });
      const setup = (email: string, typed?: string) =>
        agentBrowser(bed).send('POST', '/api/agent/setup', body(email, typed));
      const entrance = () => agentBrowser(bed).get<Entrance>('GET', '/api/agent/entrance');
      expect(await entrance()).toEqual({ setup: true, oidc: null });
      expect(await problemOf(await setup('a@kenal.example', 'AAAA-BBBB-CCCC'))).toEqual([403, 'code_wrong']);
      const both = await Promise.all(['a@kenal.example', 'b@kenal.example'].map((email) => setup(email)));
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await entrance()).toEqual({ setup: false, oidc: null });
      expect(await problemOf(await setup('c@kenal.example'))).toEqual([409, 'setup_done']);
    });
  });
}
