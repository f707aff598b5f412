import { sql } from 'kysely';
import { afterEach, expect, it } from 'vitest';
import { ADMIN, agentBrowser, PASSWORD, signIn, WITH_ADMIN } from '../../testing/agents.node.ts';
import { bedsOf, sqliteStores } from '../../testing/bed.node.ts';

const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

it('changes no password that the audit cannot tell of', async () => {
  const bed = await make({ settings: WITH_ADMIN });
  const { db } = bed.store.database;
  const me = await signIn(bed);
  const next = 'another long pass phrase of the tests';
  const change = () => me.send('PUT', '/api/agent/me/password', { current: PASSWORD, next });
  const enter = async (password: string) =>
    (await agentBrowser(bed).send('POST', '/api/agent/sign-in', { email: ADMIN.email, password })).status;
  await sql`alter table audit rename to audit_away`.execute(db);
  expect((await change()).status).toBe(500);
  await sql`alter table audit_away rename to audit`.execute(db);
  expect(await enter(next)).toBe(401);
  expect(await enter(PASSWORD)).toBe(200);
  expect((await me.send('GET', '/api/agent/me')).status).toBe(200);
  expect((await change()).status).toBe(204);
  expect(await enter(next)).toBe(200);
  const actions = await db
    .selectFrom('audit')
    .select('detail')
    .where('action', '=', 'account.secured')
    .execute();
  expect(actions.map(({ detail }) => JSON.parse(detail))).toEqual([{ what: 'password' }]);
});
