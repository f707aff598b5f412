import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionReply } from '#src/contract/index.ts';
import { type HandoffOffer, handoffOffer, handoffState } from '#src/contract/partner/index.ts';
import { type Bed, type Beds, type Client, client, problemOf } from '../bed.node.ts';
import { inFrame, partnerIn } from '../partner.node.ts';
import { DRAFT, idempotent, MINUTE, photo, submission } from '../samples.node.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
/** From a desktop to a phone, by request, on whatever stores and runtime the beds are made of. */
export function handoffsSuite(beds: Beds): void {
  describe('hand-off', () => {
    let bed: Bed;
    let desktop: Client;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
      desktop = await client(bed);
    });
    afterEach(closeAll);

    const offer = async (): Promise<HandoffOffer> =>
      handoffOffer.parse(await (await desktop.send('POST', '/api/handoffs')).json());
    const secretOf = ({ url }: HandoffOffer) => url.split('#')[1] ?? '';
    const post = (path: string, body: unknown) =>
      bed.request(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });
    const open = (given: HandoffOffer) => post('/api/handoffs/open', { secret: secretOf(given) });
    const join = (given: HandoffOffer, code = given.code) =>
      post('/api/handoffs/join', { secret: secretOf(given), code });
    const stateFor = async ({ id }: HandoffOffer) =>
      handoffState.parse(await (await desktop.send('GET', `/api/handoffs/${id}`)).json());
    const wrongOf = ({ code }: HandoffOffer) => String((Number(code) + 1) % 10_000).padStart(4, '0');

    it('leads the phone into the same session, and the desktop sees each step', async () => {
      const given = await offer();
      expect(given.url).toMatch(/^http:\/\/localhost:8080\/handoff#[\w-]{43}$/);
      expect(await stateFor(given)).toMatchObject({ state: 'waiting', holder: 'desktop', draftAt: 0 });
      expect(await (await open(given)).json()).toMatchObject({ name: null, attemptsLeft: 3 });
      expect(await stateFor(given)).toMatchObject({ state: 'opened' });
      const joined = sessionReply.parse(await (await join(given)).json());
      expect(joined.sessionId).toBe(desktop.session.sessionId);
      expect(await stateFor(given)).toMatchObject({ state: 'joined', holder: 'phone' });
      const phone = inFrame(bed, joined.token);
      expect((await phone('PUT', '/api/draft', DRAFT)).status).toBe(204);
      expect((await stateFor(given)).draftAt).toBeGreaterThan(0);
      const taken = await desktop.send('POST', `/api/handoffs/${given.id}/take`, { side: 'desktop' });
      expect(await taken.json()).toMatchObject({ holder: 'desktop' });
      await phone('POST', `/api/handoffs/${given.id}/take`, { side: 'phone' });
      const reading = await phone('POST', '/api/readings/my', photo());
      const { readingId } = (await reading.json()) as { readingId: string };
      const submitted = await phone('POST', '/api/applications', submission(readingId), idempotent());
      const { id } = (await submitted.json()) as { id: string };
      expect(await stateFor(given)).toMatchObject({ state: 'done', applicationId: id });
    });

    it('takes drafts of the device alone that has the turn, and says whose it is', async () => {
      const draftOf = async () => (await desktop.send('GET', '/api/draft')).json();
      const now = async () => desktop.send('GET', '/api/handoffs');
      const given = await offer();
      expect((await now()).status).toBe(204);
      expect((await desktop.send('PUT', '/api/draft', DRAFT)).status).toBe(204);
      const { token } = sessionReply.parse(await (await join(given)).json());
      const phone = inFrame(bed, token);
      const put = (send: typeof phone, name: string) =>
        send('PUT', '/api/draft', { ...DRAFT, values: { name } });
      expect(await problemOf(await put(desktop.send, 'DESKTOP'))).toEqual([409, 'held_elsewhere']);
      expect(handoffState.parse(await (await now()).json())).toMatchObject({ id: given.id, holder: 'phone' });
      expect((await put(phone, 'PHONE')).status).toBe(204);
      expect(await draftOf()).toMatchObject({ draft: { values: { name: 'PHONE' } } });
      await desktop.send('POST', `/api/handoffs/${given.id}/take`, { side: 'desktop' });
      expect(await problemOf(await put(phone, 'PHONE'))).toEqual([409, 'held_elsewhere']);
      expect((await put(desktop.send, 'DESKTOP')).status).toBe(204);
      // An ended hand-off holds nobody up.
      await phone('POST', `/api/handoffs/${given.id}/take`, { side: 'phone' });
      await desktop.send('DELETE', `/api/handoffs/${given.id}`);
      expect((await put(desktop.send, 'ALONE')).status).toBe(204);
      expect((await now()).status).toBe(204);
    });

    it('opens nothing to who has the link alone: three codes, then it is dead', async () => {
      const given = await offer();
      for (let i = 0; i < 2; i++)
        expect(await problemOf(await join(given, wrongOf(given)))).toEqual([403, 'code_wrong']);
      expect(await problemOf(await join(given, wrongOf(given)))).toEqual([410, 'link_spent']);
      expect(await problemOf(await join(given))).toEqual([410, 'link_spent']);
      expect(await stateFor(given)).toMatchObject({ state: 'ended' });
    });

    it('does not let wrong codes that come at once be more than three', async () => {
      const given = await offer();
      const tries = await Promise.all(Array.from({ length: 12 }, () => join(given, wrongOf(given))));
      expect(tries.filter(({ status }) => status === 201)).toEqual([]);
      expect(await problemOf(await join(given))).toEqual([410, 'link_spent']);
    });

    it('works once, for ten minutes, and not after another link was asked for or it was taken back', async () => {
      const first = await offer();
      expect((await join(first)).status).toBe(201);
      for (const replay of [await join(first), await open(first)])
        expect(await problemOf(replay)).toEqual([410, 'link_spent']);
      const second = await offer();
      const third = await offer();
      expect(await problemOf(await open(second))).toEqual([410, 'link_spent']);
      await desktop.send('DELETE', `/api/handoffs/${third.id}`);
      expect(await problemOf(await open(third))).toEqual([410, 'link_spent']);
      const late = await offer();
      bed.pass(11 * MINUTE);
      expect(await problemOf(await join(late))).toEqual([410, 'link_spent']);
      expect(await stateFor(late)).toMatchObject({ state: 'ended' });
      const unknown = { secret: 'x'.repeat(43) };
      expect(await problemOf(await post('/api/handoffs/open', unknown))).toEqual([410, 'link_spent']);
    });

    it("ends the phone's token with it, at once, for everything but the word that it has ended", async () => {
      for (const end of [
        (id: string) => desktop.send('DELETE', `/api/handoffs/${id}`),
        () => desktop.send('POST', '/api/handoffs'),
      ]) {
        const given = await offer();
        const { token } = sessionReply.parse(await (await join(given)).json());
        const phone = inFrame(bed, token);
        expect((await phone('GET', '/api/draft')).status).not.toBe(401);
        expect((await end(given.id)).ok).toBe(true);
        for (const asked of [
          phone('GET', '/api/draft'),
          phone('PUT', '/api/draft', DRAFT),
          phone('POST', '/api/readings/my', photo()),
          phone('POST', `/api/handoffs/${given.id}/take`, { side: 'phone' }),
          phone('POST', '/api/sessions'),
        ])
          expect(await problemOf(await asked)).toEqual([401, 'unauthorized']);
        const told = await phone('GET', `/api/handoffs/${given.id}`);
        expect(handoffState.parse(await told.json()).state).toBe('ended');
      }
      // What is sent can be followed by the desktop, and not by a phone that is out.
      const given = await offer();
      const { token } = sessionReply.parse(await (await join(given)).json());
      const { readingId } = await desktop.read(photo());
      const sent = await desktop.send('POST', '/api/applications', submission(readingId), idempotent());
      const { id } = (await sent.json()) as { id: string };
      const follow = () => inFrame(bed, token)('GET', `/api/applications/${id}`);
      expect((await follow()).status).toBe(200);
      await desktop.send('DELETE', `/api/handoffs/${given.id}`);
      expect(await problemOf(await follow())).toEqual([404, 'not_found']);
      expect((await desktop.send('GET', `/api/applications/${id}`)).status).toBe(200);
    });

    it('keeps neither secret nor code, and tells strangers nothing', async () => {
      const given = await offer();
      const dump = await bed.dump();
      expect(dump.includes(secretOf(given))).toBe(false);
      const stranger = await client(bed);
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/events'],
        ['DELETE', ''],
      ] as const) {
        const response = await stranger.send(method, `/api/handoffs/${given.id}${path}`);
        expect(await problemOf(response)).toEqual([404, 'not_found']);
      }
      expect(bed.log.join()).not.toContain(secretOf(given));
    });

    it('streams each state to the desktop, until it is over', async () => {
      const given = await offer();
      const response = await desktop.send('GET', `/api/handoffs/${given.id}/events`);
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      const reader = response.body!.pipeThrough(new TextDecoderStream() as never).getReader();
      const states: string[] = [];
      const read = async () => {
        const { done, value } = (await reader.read()) as { done: boolean; value?: string };
        for (const [, state] of (value ?? '').matchAll(/"state":"(\w+)"/g)) states.push(state ?? '');
        return done;
      };
      await read();
      await open(given);
      await read();
      await desktop.send('DELETE', `/api/handoffs/${given.id}`);
      while (!(await read()));
      expect(states).toEqual(['waiting', 'opened', 'ended']);
    });

    it('keeps four streams of a session open at most: the oldest makes room', async () => {
      const given = await offer();
      const follow = async () => {
        const response = await desktop.send('GET', `/api/handoffs/${given.id}/events`);
        return response.body!.getReader();
      };
      const readers = [await follow(), await follow(), await follow(), await follow(), await follow()];
      const [oldest, second, ...rest] = readers;
      while (!(await oldest!.read()).done);
      await second!.read();
      const more = second!.read().then(({ done }) => done);
      await open(given);
      expect(await more).toBe(false);
      await desktop.send('DELETE', `/api/handoffs/${given.id}`);
      for (const reader of [second!, ...rest]) while (!(await reader.read()).done);
    });

    it("renews the phone's token by itself while the hand-off lasts, also in a partner's session", async () => {
      const shop = await partnerIn(bed);
      const session = await shop.session();
      const page = inFrame(bed, session.token);
      const given = handoffOffer.parse(await (await page('POST', '/api/handoffs')).json());
      expect(await (await open(given)).json()).toMatchObject({ name: 'A shop' });
      const joined = sessionReply.parse(await (await join(given)).json());
      expect(joined.partner).toMatchObject({ handoff: given.id });
      bed.pass(40 * MINUTE);
      const renewed = await inFrame(bed, joined.token)('POST', '/api/sessions');
      const next = sessionReply.parse(await renewed.json());
      expect(next.sessionId).toBe(session.sessionId);
      expect(await problemOf(await inFrame(bed, next.token)('POST', '/api/handoffs'))).toEqual([
        403,
        'forbidden',
      ]);
      const again = await shop.session({ session: session.sessionId });
      await inFrame(bed, again.token)('DELETE', `/api/handoffs/${given.id}`);
      const over = await inFrame(bed, next.token)('POST', '/api/sessions');
      expect(await problemOf(over)).toEqual([401, 'unauthorized']);
    });
  });
}
