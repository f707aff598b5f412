import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Figures,
  type QueuePage,
  ROLES,
  type SavedView,
  type Verification,
} from '#src/contract/agent/index.ts';
import { type RouteKey, RULES, type Rule } from '../../agent/rules.ts';
import { agentBrowser, agentOf, signIn, type TestAgent, WITH_ADMIN } from '../agents.node.ts';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { DRAFT, idempotent, MINUTE, MY_VALUES, photo, submission } from '../samples.node.ts';
import { DOCUMENTED } from '../upstream.node.ts';
import { submitted } from './queue.node.ts';

const WHO = ['nobody', 'customer', ...ROLES] as const;
const TODAY = new Date(Date.parse('2026-11-22T12:00:00Z')).toISOString().slice(0, 10);

const mayUse = (rule: Rule, who: (typeof WHO)[number]): boolean => {
  if (rule === 'anyone') return true;
  if (who === 'nobody' || who === 'customer') return false;
  return ROLES.indexOf(who) >= ROLES.indexOf(rule);
};

/** Who may use which route; figures, views, exports, verification. By request, on whatever the beds are made of. */
export function officeSuite(beds: Beds): void {
  describe('routes of the console', () => {
    let bed: Bed;
    let admin: TestAgent;
    beforeEach(async () => {
      bed = await beds.make({ settings: WITH_ADMIN });
      admin = await signIn(bed);
    });
    afterEach(beds.closeAll);

    it('open themselves to the roles of the rules, and to nobody else', async () => {
      const token = (await client(bed)).session.token;
      const sender = {
        nobody: agentBrowser(bed).send,
        customer: (method: string, path: string, body?: unknown) =>
          agentBrowser(bed).send(method, path, body, { authorization: `Bearer ${token}` }),
        agent: (await agentOf(bed, admin, 'agent')).send,
        supervisor: (await agentOf(bed, admin, 'supervisor')).send,
        admin: admin.send,
      };
      // Signing out would end what the others are asked with; it comes last.
      const keys = (Object.keys(RULES) as RouteKey[]).sort(
        (a, b) => Number(a.endsWith('sign-out')) - Number(b.endsWith('sign-out')),
      );
      const wrong: string[] = [];
      for (const who of WHO)
        for (const key of keys.filter((each) => !each.startsWith('DELETE /api/agent/me/sessions'))) {
          const [method = '', pattern = ''] = key.split(' ');
          const path = pattern.replaceAll(/:\w+/g, crypto.randomUUID());
          const response = await sender[who](method, path, method === 'GET' ? undefined : {});
          const refused =
            (response.status === 401 && (await problemOf(response.clone()))[1] === 'unauthorized') ||
            (response.status === 403 && (await problemOf(response.clone()))[1] === 'forbidden');
          // With an empty body an open route fails later, by its own reasons.
          const expected = mayUse(RULES[key], who);
          const later = RULES[key] === 'anyone' && refused;
          if (refused === expected && !later) wrong.push(`${who} ${key}: ${response.status}`);
        }
      expect(wrong).toEqual([]);
    });

    it('are all there, and none besides those of the rules', async () => {
      const gone = await admin.send('GET', '/api/agent/no-such-route');
      expect(gone.status).toBe(404);
      // Every rule has a handler: what is not there would be answered with the bare "Nothing here" of the app.
      for (const key of Object.keys(RULES)) {
        const [method = '', pattern = ''] = key.split(' ');
        const path = pattern.replaceAll(/:\w+/g, 'x');
        const response = await agentBrowser(bed).send(method, path, method === 'GET' ? undefined : {});
        if (RULES[key as RouteKey] !== 'anyone') expect([key, response.status]).toEqual([key, 401]);
        else expect([key, response.status === 404 && !key.endsWith('oidc')]).toEqual([key, false]);
      }
      for (const path of ['sign-in/email', 'sign-up/email', 'get-session', 'admin/list-users', 'update-user'])
        for (const method of ['GET', 'POST'])
          expect(
            (await admin.send(method, `/api/auth/${path}`, method === 'GET' ? undefined : {})).status,
          ).toBe(404);
    });

    it('count the steps, outcomes, waits and changes of fields, and give them as CSV', async () => {
      const { read, send } = await client(bed);
      const reading = await read(photo(1));
      const draft = { ...DRAFT, readingId: reading.readingId };
      for (let i = 0; i < 2; i++) await send('PUT', '/api/draft', draft);
      const body = submission(reading.readingId, { values: { ...MY_VALUES, name: 'ABD RAUF BIN HAMZAH' } });
      const receipt = (await (await send('POST', '/api/applications', body, idempotent())).json()) as {
        id: string;
      };
      await client(bed);
      bed.pass(30 * MINUTE);
      await admin.get('POST', `/api/agent/applications/${receipt.id}/claim`, {});
      bed.pass(MINUTE);
      const approve = { kind: 'approve', reasons: [], comment: null, note: null, attempt: 1 };
      await admin.get('POST', `/api/agent/applications/${receipt.id}/decisions`, approve);
      const path = `/api/agent/figures?from=${TODAY}&to=${TODAY}`;
      const figures = await admin.get<Figures>('GET', path);
      expect(Object.fromEntries(figures.funnel.map(({ step, sessions }) => [step, sessions]))).toEqual({
        started: 2,
        photo: 1,
        read: 1,
        form: 1,
        submitted: 1,
      });
      expect(figures.rates).toEqual({ approved: 1, declined: 0, asked: 0, withinSla: 1 });
      expect(figures.wait.p50).toBeGreaterThan(30 * MINUTE);
      expect(figures.agents).toMatchObject([{ agent: { id: admin.me.id }, decisions: 1, activeHours: 1 }]);
      expect(figures.agents[0]?.handleMs).toBeLessThan(2 * MINUTE);
      expect(figures.days).toMatchObject([{ day: TODAY, submitted: 1, approved: 1 }]);
      expect(figures.fields.find(({ field }) => field === 'name')).toEqual({
        country: 'my',
        field: 'name',
        read: 1,
        edited: 1,
      });
      expect(figures.calls).toMatchObject({ charged: 1, free: 0, cost: 0.05, currency: 'USD' });
      expect((await admin.send('GET', '/api/agent/figures?from=2026-01-01&to=2028-01-01')).status).toBe(400);
      const exported = await admin.send('GET', `${path.replace('?', '/export?table=agents&')}`);
      expect(exported.headers.get('content-type')).toContain('text/csv');
      expect((await exported.text()).split('\r\n')[1]).toContain('admin,1,1,0,0,1,1.00');
    });

    it('keep views, one’s own and shared ones, and export what a view lists without a card’s words', async () => {
      const { reference } = await submitted(bed, null);
      const agent = await agentOf(bed, admin, 'agent');
      const view = { name: 'Doubtful', filters: { doubts: 'some' }, order: 'oldest', shared: false };
      const own = await agent.get<SavedView>('POST', '/api/agent/views', view);
      expect((await agent.send('POST', '/api/agent/views', { ...view, shared: true })).status).toBe(403);
      await admin.get('POST', '/api/agent/views', { ...view, name: 'For all', shared: true });
      const listed = async (who: TestAgent) =>
        (await who.get<{ views: SavedView[] }>('GET', '/api/agent/views')).views.map(({ name }) => name);
      expect(await listed(agent)).toEqual(['Doubtful', 'For all']);
      expect(await listed(admin)).toEqual(['For all']);
      expect((await agent.send('DELETE', `/api/agent/views/${own.id}`)).status).toBe(204);
      const csv = await (await admin.send('GET', '/api/agent/applications/export?status=all')).text();
      expect(csv.split('\r\n')[1]).toContain(`${reference},my,submitted,`);
      expect(csv).not.toMatch(/RAUF|460619/);
    });

    it('check a card at once, and store it only if that is wanted', async () => {
      const agent = await agentOf(bed, admin, 'agent');
      await submitted(bed, 1);
      const before = (await bed.dump()).length;
      const kept = bed.kept.size;
      const checked = await agent.get<Verification>('POST', '/api/agent/verifications/my', photo(1));
      expect(checked.reading).toMatchObject({ outcome: 'read', fields: { name: { value: MY_VALUES.name } } });
      expect(checked.duplicates).toHaveLength(1);
      expect(bed.kept.size).toBe(kept);
      expect(before).toBeGreaterThan(0);
      expect((await bed.store.meter.all()).at(-1)).toMatchObject({ image_hash: '' });
      const page = () => agent.get<QueuePage>('GET', '/api/agent/applications');
      expect((await page()).items).toHaveLength(1);
      const image = Buffer.from(photo(1)).toString('base64');
      const { consent, locale } = submission(null);
      const keep = (over: object) =>
        agent.send('POST', '/api/agent/verifications/my/keep', {
          ticket: checked.ticket,
          image,
          values: MY_VALUES,
          confirmedWarnings: [],
          consent,
          locale,
          ...over,
        });
      expect((await keep({ image: Buffer.from(photo(2)).toString('base64') })).status).toBe(400);
      expect(await problemOf(await keep({ ticket: 'x' }))).toEqual([410, 'link_spent']);
      const filed = await Promise.all([keep({}), keep({})]);
      expect(filed.map(({ status }) => status).filter((status) => status !== 409)).toContain(201);
      const [first, again] = [await keep({}), await keep({})];
      expect([first.status, again.status]).toEqual([201, 201]);
      const receipt = (await first.json()) as { id: string };
      expect(await again.json()).toEqual(receipt);
      const chain = await bed.store.audit.chain(receipt.id);
      expect(chain.map(({ action }) => action)).toEqual(['application.submitted', 'application.verified']);
      expect(chain[0]).toMatchObject({ actor_kind: 'agent', actor_id: agent.me.id });
      expect((await page()).items).toHaveLength(2);
      const other = await keep({ values: { ...MY_VALUES, contact: 'someone@example.org' } });
      expect(await problemOf(other)).toEqual([409, 'conflict']);
      bed.pass(31 * MINUTE);
      expect(await problemOf(await keep({}))).toEqual([410, 'link_spent']);
      // One call for the card itself, one for its check; filing it cost none.
      expect(bed.upstream.calls).toHaveLength(2);
    });

    it('check a card once at a time, and meter what it cost', async () => {
      const agent = await agentOf(bed, admin, 'agent');
      const check = () => agent.send('POST', '/api/agent/verifications/my', photo(1));
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      bed.upstream.script(async () => {
        await held;
        return Response.json(DOCUMENTED.my);
      });
      const first = check();
      while (bed.upstream.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await problemOf(await check())).toEqual([409, 'conflict']);
      release();
      expect((await first).status).toBe(200);
      const calls = await bed.store.meter.all();
      expect(calls).toMatchObject([{ status: 'OK', charge: 'charged', ms: expect.any(Number) }]);
      expect((await check()).status).toBe(200);
    });
  });
}
