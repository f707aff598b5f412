import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entrance, Me } from '#src/contract/agent/index.ts';
import { agentBrowser, signIn, WITH_ADMIN } from '../../testing/agents.node.ts';
import { bedsOf, sqliteStores } from '../../testing/bed.node.ts';

const server = new OAuth2Server();
const beds = bedsOf(sqliteStores);
beforeAll(async () => {
  await server.issuer.keys.generate('RS256');
  await server.start(0, 'localhost');
});
afterAll(async () => {
  await beds.closeAll();
  await server.stop();
});

it('signs in through the organisation who was invited, and nobody else', async () => {
  const issuer = server.issuer.url ?? '';
  const oidc = { issuer, clientId: 'kenal', clientSecret: 'secret', name: 'Example', role: null };
  const bed = await beds.make({ settings: { agents: { ...WITH_ADMIN.agents, oidc } } });
  const admin = await signIn(bed);
  let nonce: string | null = null;
  let email = 'stranger@kenal.example';
  let verified = true;
  server.service.on('beforeTokenSigning', (token) => {
    Object.assign(token.payload, {
      sub: `sub-of-${email}`,
      email,
      email_verified: verified,
      name: 'Nur',
      aud: 'kenal',
    });
    if (nonce) token.payload.nonce = nonce;
  });
  const come = async () => {
    const browser = agentBrowser(bed);
    const entrance = await browser.get<Entrance>('GET', '/api/agent/entrance');
    expect(entrance.oidc).toEqual({ name: 'Example' });
    const { url } = await browser.get<{ url: string }>('POST', '/api/agent/sign-in/oidc', {});
    nonce = new URL(url).searchParams.get('nonce');
    const there = await fetch(url, { redirect: 'manual' });
    const back = new URL(there.headers.get('location') ?? '');
    expect(back.pathname).toBe('/api/auth/callback/oidc');
    const response = await browser.send('GET', `${back.pathname}${back.search}`);
    return { browser, to: response.headers.get('location') ?? '' };
  };
  const stranger = await come();
  expect(stranger.to).toContain('refused=oidc');
  expect((await stranger.browser.send('GET', '/api/agent/me')).status).toBe(401);
  email = 'nur@kenal.example';
  await admin.get('POST', '/api/agent/invitations', { email, role: 'supervisor' });
  // Whoever has only typed that e-mail in at the organisation is not the one who was invited.
  verified = false;
  const pretender = await come();
  expect(pretender.to).toContain('refused=oidc');
  expect((await pretender.browser.send('GET', '/api/agent/me')).status).toBe(401);
  verified = true;
  const invited = await come();
  expect(invited.to).toMatch(/\/agent$/);
  const me = await invited.browser.get<Me>('GET', '/api/agent/me');
  expect(me).toMatchObject({ email, role: 'supervisor', hasPassword: false });
  // The second time the account is there; the organisation's tokens are not.
  expect((await (await come()).browser.get<Me>('GET', '/api/agent/me')).id).toBe(me.id);
  // Nor does it lead into an account that is there already.
  email = WITH_ADMIN.agents.admin.email;
  verified = false;
  expect((await come()).to).toContain('refused=oidc');
  verified = true;
  expect((await (await come()).browser.get<Me>('GET', '/api/agent/me')).role).toBe('admin');
  const kept = await bed.store.database.db
    .selectFrom('agent_accounts')
    .selectAll()
    .where('userId', '=', me.id)
    .execute();
  expect(JSON.stringify(kept)).not.toContain('eyJ');
});
