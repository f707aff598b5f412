import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readingReply } from '#src/contract/index.ts';
import { type Bed, type Beds, client, problemOf, SHORT_TIMING } from '../bed.node.ts';
import { photo } from '../samples.node.ts';
import { connectionError, DOCUMENTED } from '../upstream.node.ts';

/** Readings: outcomes, retries, charges, by request, on whatever stores and runtime the beds are made of. */
export function readingsSuite(beds: Beds): void {
  describe('readings', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    it('reads both countries, field by field, as the documents say', async () => {
      const { read } = await client(bed);
      const my = readingReply.parse(await read(photo(1)));
      expect(my).toMatchObject({
        outcome: 'read',
        country: 'my',
        fields: { number: { value: '460619-12-5087' }, birthDate: { value: '1946-06-19' } },
      });
      const pk = readingReply.parse(await read(photo(2), 'pk'));
      expect(pk).toMatchObject({ outcome: 'read', fields: { expiryDate: { value: '2030-03-09' } } });
    });

    it('sends the documented form: standard base64 of the very bytes, the key in its header, no details', async () => {
      const { read } = await client(bed);
      const image = photo(3, { bytes: 50_001 });
      await read(image);
      const [call] = bed.upstream.calls;
      expect(call?.url).toBe('https://ocr.example/v1/my_ocr/general');
      expect(call?.type).toBe('application/x-www-form-urlencoded');
      expect(call?.key).toBe('upstream-key');
      expect([...(call?.form.keys() ?? [])]).toEqual(['img']);
      expect(call?.form.get('img')).toBe(Buffer.from(image).toString('base64'));
    });

    it('asks for details only where they are understood', async () => {
      const detailed = await make({ upstream: { details: true } });
      await (await client(detailed)).read(photo());
      expect(detailed.upstream.calls[0]?.form.get('details')).toBe('true');
    });

    it.each([
      ['notCard', 'not_card'],
      ['unreadable', 'unreadable'],
    ] as const)(
      'gives the outcome of FAIL %s, keeps no photo, and meters it as charged',
      async (answer, outcome) => {
        bed.upstream.script(DOCUMENTED[answer]);
        const { read } = await client(bed);
        const reply = await read(photo());
        expect(reply.outcome).toBe(outcome);
        expect(await bed.images.get(reply.readingId)).toBeNull();
        expect(await bed.store.meter.all()).toMatchObject([{ status: 'FAIL', charge: 'charged' }]);
      },
    );

    it.each([
      ['invalidFormat', 415, 'image_invalid_format', 1],
      ['invalidSize', 413, 'image_invalid_size', 1],
      ['invalidRequest', 502, 'upstream_unavailable', 1],
      ['innerError', 502, 'upstream_unavailable', 3],
    ] as const)('answers %s with a problem, for free', async (answer, status, code, calls) => {
      bed.upstream.script(DOCUMENTED[answer]);
      const { send } = await client(bed);
      expect(await problemOf(await send('POST', '/api/readings/my', photo()))).toEqual([status, code]);
      const meter = await bed.store.meter.all();
      expect(meter.map(({ charge }) => charge)).toEqual(Array(calls).fill('free'));
    });

    it('tries again after INNER_ERROR and after a connection that was never made', async () => {
      bed.upstream.script(
        DOCUMENTED.innerError,
        () => Promise.reject(connectionError('ECONNREFUSED')),
        DOCUMENTED.my,
      );
      const { read } = await client(bed);
      expect((await read(photo())).outcome).toBe('read');
      const meter = await bed.store.meter.all();
      expect(meter.map(({ status, charge }) => [status, charge])).toEqual([
        ['INNER_ERROR', 'free'],
        [null, 'free'],
        ['OK', 'charged'],
      ]);
    });

    it.each([
      ['reset', () => Promise.reject(connectionError('ECONNRESET'))],
      ['stall', () => new Promise<Response>(() => {})],
      ['half an answer', () => new Response('{"status":"OK","mess')],
      ['a page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
      ['a stalled body', () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))],
    ] as const)(
      'after %s the charge is unknown: one more call and no third, not even later',
      async (_, answer) => {
        bed = await make({ settings: { ocrTiming: SHORT_TIMING } });
        bed.upstream.script(answer);
        const { send } = await client(bed);
        for (let i = 0; i < 2; i++) {
          const response = await send('POST', '/api/readings/my', photo());
          expect(await problemOf(response)).toEqual([502, 'upstream_unavailable']);
        }
        const meter = await bed.store.meter.all();
        expect(meter.map(({ status, charge }) => [status, charge])).toEqual([
          [null, 'unknown'],
          [null, 'unknown'],
        ]);
      },
    );

    it('never repeats a call that is known to be charged, however wrong its answer is', async () => {
      bed.upstream.script({ status: 'OK', message: { surprise: true } });
      const { send } = await client(bed);
      for (let i = 0; i < 3; i++) expect((await send('POST', '/api/readings/my', photo())).status).toBe(502);
      expect(await bed.store.meter.all()).toMatchObject([{ status: 'OK', charge: 'charged' }]);
    });

    it('falls back to the embedded engine, for free', async () => {
      const two = await make({ fallback: true });
      two.upstream.script(() => Promise.reject(connectionError('ECONNRESET')));
      const { read } = await client(two);
      expect((await read(photo())).outcome).toBe('read');
      const meter = await two.store.meter.all();
      expect(meter.map(({ upstream, charge }) => `${upstream} ${charge}`)).toEqual([
        'hosted unknown',
        'hosted unknown',
        'embedded free',
      ]);
    });

    it('answers the same image from what is stored; another session or country reads anew', async () => {
      const first = await client(bed);
      const reply = await first.read(photo());
      expect(await first.read(photo())).toEqual(reply);
      expect(bed.upstream.calls).toHaveLength(1);
      await (await client(bed)).read(photo());
      await first.read(photo(), 'pk');
      expect(bed.upstream.calls).toHaveLength(3);
    });

    it('makes one call of a double tap', async () => {
      bed.upstream.script(async () => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        return Response.json(DOCUMENTED.my);
      });
      const { read } = await client(bed);
      const replies = await Promise.all([read(photo()), read(photo()), read(photo())]);
      expect(new Set(replies.map(({ readingId }) => readingId)).size).toBe(1);
      expect(bed.upstream.calls).toHaveLength(1);
    });

    it('stops reading for a session that costs and costs', async () => {
      bed.upstream.script(DOCUMENTED.unreadable);
      const { send, read } = await client(bed);
      for (let i = 0; i < 8; i++) await read(photo(i));
      expect(await problemOf(await send('POST', '/api/readings/my', photo(99)))).toEqual([
        429,
        'reading_limit',
      ]);
      expect((await read(photo(3))).outcome).toBe('unreadable');
      expect(bed.upstream.calls).toHaveLength(8);
    });

    it('judges size, type and pixels before anything is sent', async () => {
      const { send } = await client(bed);
      const post = async (body: Uint8Array, country = 'my') =>
        problemOf(await send('POST', `/api/readings/${country}`, body));
      expect(await post(photo(1, { bytes: 2_097_153 }))).toEqual([413, 'image_invalid_size']);
      expect(await post(new Uint8Array(0))).toEqual([400, 'invalid_request']);
      expect(await post(new TextEncoder().encode('GIF89a, and no card'))).toEqual([
        415,
        'image_invalid_format',
      ]);
      expect(await post(photo(1).slice(0, 25))).toEqual([415, 'image_invalid_format']);
      expect(await post(photo(1, { width: 30_000, height: 30_000 }))).toEqual([415, 'image_invalid_format']);
      expect(await post(photo(1, { width: 120, height: 80 }))).toEqual([415, 'image_invalid_format']);
      expect(await post(photo(), 'sg')).toEqual([404, 'country_not_offered']);
      expect(bed.upstream.calls).toHaveLength(0);
      expect((await send('POST', '/api/readings/my', photo(1, { bytes: 2_097_152 }))).status).toBe(200);
    });

    it('stops a body without a length one byte after 2 MB, and waits for no more', async () => {
      const { session } = await client(bed);
      const post = (chunks: Uint8Array[], ends: boolean) =>
        bed.request('/api/readings/my', {
          method: 'POST',
          headers: { authorization: `Bearer ${session.token}` },
          body: new ReadableStream({
            pull: (controller) => {
              const chunk = chunks.shift();
              if (chunk) controller.enqueue(chunk);
              else if (ends) controller.close();
              // Otherwise it neither ends nor goes on: whoever wants more of it waits for ever.
              else return new Promise(() => {});
              return undefined;
            },
          }),
          duplex: 'half',
        } as RequestInit);
      const image = photo(1, { bytes: 2_097_152 });
      const parts = [image.slice(0, 65_536), image.slice(65_536)];
      expect(await problemOf(await post([...parts, new Uint8Array(1)], false))).toEqual([
        413,
        'image_invalid_size',
      ]);
      expect((await post(parts, true)).status).toBe(200);
    });

    it('keeps photos that come at the same time apart', async () => {
      const images = [1, 2, 3, 4, 5, 6].map((seed) => photo(seed, { bytes: 150_000 + seed }));
      const customers = await Promise.all(images.map(() => client(bed)));
      await Promise.all(customers.map(({ read }, i) => read(images[i]!)));
      const sent = bed.upstream.calls.map(({ form }) => form.get('img'));
      expect(sent.sort()).toEqual(images.map((image) => Buffer.from(image).toString('base64')).sort());
    });
  });
}
