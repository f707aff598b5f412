import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, ReadingReply } from '#src/contract/index.ts';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { DRAFT, idempotent, photo, submission } from '../samples.node.ts';
import { DOCUMENTED } from '../upstream.node.ts';

/** Drafts, by request, on whatever stores and runtime the beds are made of. */
export function draftsSuite(beds: Beds): void {
  describe('draft', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    const draft: Draft = { ...DRAFT, confirmedWarnings: ['name:characters'] };

    it('is given back with the reading that it refers to', async () => {
      const { send, read } = await client(bed);
      const reading = await read(photo());
      const mine = { ...draft, readingId: reading.readingId };
      expect((await send('PUT', '/api/draft', mine)).status).toBe(204);
      expect((await send('PUT', '/api/draft', { ...mine, step: 'review' })).status).toBe(204);
      expect(await (await send('GET', '/api/draft')).json()).toEqual({
        draft: { ...mine, step: 'review' },
        reading,
      });
    });

    it("does not give another session's reading", async () => {
      const theirs = await (await client(bed)).read(photo());
      const { send } = await client(bed);
      await send('PUT', '/api/draft', { ...draft, readingId: theirs.readingId });
      expect(await (await send('GET', '/api/draft')).json()).toMatchObject({ reading: null });
    });

    it('goes with everything else on "delete my data"', async () => {
      const { send, read } = await client(bed);
      const reading = await read(photo());
      await send('PUT', '/api/draft', { ...draft, readingId: reading.readingId });
      expect(await bed.images.get(reading.readingId)).not.toBeNull();
      expect((await send('DELETE', '/api/draft')).status).toBe(204);
      expect((await send('GET', '/api/draft')).status).toBe(204);
      expect(await bed.images.get(reading.readingId)).toBeNull();
      const response = await send('POST', '/api/applications', submission(reading.readingId), idempotent());
      expect(response.status).toBe(400);
    });

    it('leaves nothing of a reading that was under way when all data was deleted', async () => {
      let answer = () => {};
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      bed.upstream.script(async () => {
        await held;
        return Response.json(DOCUMENTED.my);
      });
      const { send } = await client(bed);
      const reading = send('POST', '/api/readings/my', photo());
      while (bed.upstream.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      expect((await send('DELETE', '/api/draft')).status).toBe(204);
      answer();
      expect(await problemOf(await reading)).toEqual([409, 'conflict']);
      bed.upstream.script(DOCUMENTED.my);
      const { readingId } = (await (await send('POST', '/api/readings/my', photo(2))).json()) as ReadingReply;
      expect([...bed.kept]).toEqual([readingId]);
      expect(await bed.store.meter.all()).toMatchObject([{ charge: 'charged' }, { charge: 'charged' }]);
    });

    it('refuses what is too large, no JSON, or not as described, without quoting it', async () => {
      const { send, session } = await client(bed);
      const put = async (body: unknown) => {
        const response = await send('PUT', '/api/draft', body);
        const text = await response.clone().text();
        expect(text).not.toContain('HAMSAH');
        return problemOf(response);
      };
      expect(await put({ ...draft, values: { name: `HAMSAH${'x'.repeat(500)}` } })).toEqual([
        400,
        'invalid_request',
      ]);
      expect(await put({ ...draft, filler: 'HAMSAH'.repeat(20_000) })).toEqual([413, 'too_large']);
      expect(await put('HAMSAH')).toEqual([400, 'invalid_request']);
      const headers = { authorization: `Bearer ${session.token}` };
      const plain = await bed.request('/api/draft', { method: 'PUT', headers, body: JSON.stringify(draft) });
      expect(await problemOf(plain)).toEqual([400, 'invalid_request']);
    });
  });
}
