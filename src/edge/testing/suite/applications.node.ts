import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { openSealed } from '../../applications/record.ts';
import { parseReference } from '../../applications/reference.ts';
import { type Bed, type Beds, client, problemOf } from '../bed.node.ts';
import { DRAFT, HOUR, idempotent, MY_VALUES, photo, submission } from '../samples.node.ts';

/** Applications, by request, on whatever stores and runtime the beds are made of. */
export function applicationsSuite(beds: Beds): void {
  describe('applications', () => {
    let bed: Bed;
    const { make, closeAll } = beds;
    beforeEach(async () => {
      bed = await make();
    });
    afterEach(closeAll);

    const submitted = async (on: Bed = bed) => {
      const customer = await client(on);
      const reading = await customer.read(photo());
      const response = await customer.send(
        'POST',
        '/api/applications',
        submission(reading.readingId),
        idempotent(),
      );
      return { customer, reading, response, receipt: (await response.json()) as ApplicationReceipt };
    };
    const recordOf = async (id: string) => {
      const row = await bed.store.applications.find(id);
      if (!row) throw new Error('No such application');
      const key = await bed.keys.openDataKey(row.data_key);
      return openSealed(key, id, row.sealed);
    };

    it('stores each value with where it came from', async () => {
      const { send, read } = await client(bed);
      const reading = await read(photo());
      const values = { ...MY_VALUES, name: 'ABDUL RAUF BIN HAMSAH' };
      const response = await send(
        'POST',
        '/api/applications',
        submission(reading.readingId, { values }),
        idempotent(),
      );
      expect(response.status).toBe(201);
      const receipt = (await response.json()) as ApplicationReceipt;
      expect(receipt).toMatchObject({ status: 'submitted', statusPath: expect.stringContaining(receipt.id) });
      expect(parseReference(receipt.reference)).toBe(receipt.reference);
      const { fields, readingId, consent } = await recordOf(receipt.id);
      expect(readingId).toBe(reading.readingId);
      expect(consent.version).toBe('2026-11');
      expect(fields).toMatchObject({
        number: {
          value: '460619-12-5087',
          source: 'ocr',
          ocr: { value: '460619-12-5087', confidence: null },
        },
        name: { value: values.name, source: 'edited', ocr: { value: 'ABD RAUF BIN HAMSAH' } },
        contact: { source: 'typed', ocr: null },
        citizenship: { source: 'typed' },
      });
    });

    it('takes a form typed by hand where that is allowed, and refuses it where not', async () => {
      const { send } = await client(bed);
      expect((await send('POST', '/api/applications', submission(null), idempotent())).status).toBe(201);
      const strict = await make({ settings: { allowManual: false } });
      const other = await client(strict);
      const response = await other.send('POST', '/api/applications', submission(null), idempotent());
      expect(await problemOf(response)).toEqual([403, 'forbidden']);
    });

    it('makes one application of a double tap, a retry and a lost answer', async () => {
      const { send, read } = await client(bed);
      const body = submission((await read(photo())).readingId);
      const tap = (key: string) => send('POST', '/api/applications', body, idempotent(key));
      const responses = await Promise.all([
        tap('tap-tap-1'),
        tap('tap-tap-1'),
        tap('tap-tap-1'),
        tap('other-key'),
      ]);
      const receipts = await Promise.all(responses.map((each) => each.json()));
      expect(responses.map((each) => each.status).sort()).toEqual([200, 200, 200, 201]);
      for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
      const again = await tap('tap-tap-1');
      expect([again.status, await again.json()]).toEqual([200, receipts[0]]);
      const changed = { ...body, values: { ...body.values, town: 'TAMBUNAN' } };
      const response = await send('POST', '/api/applications', changed, idempotent('tap-tap-1'));
      expect(await problemOf(response)).toEqual([409, 'conflict']);
    });

    it('closes the session: no more readings, no draft, no second application', async () => {
      const { customer } = await submitted();
      const { send } = customer;
      expect((await send('POST', '/api/readings/my', photo(7))).status).toBe(409);
      expect((await send('GET', '/api/draft')).status).toBe(204);
      expect((await send('PUT', '/api/draft', DRAFT)).status).toBe(409);
      expect(
        (await send('POST', '/api/applications', submission(null), idempotent('another-one'))).status,
      ).toBe(409);
    });

    it('keeps the photo of what was submitted, also after "delete my data"', async () => {
      const { customer, reading } = await submitted();
      await customer.send('DELETE', '/api/draft');
      expect(await bed.images.get(reading.readingId)).not.toBeNull();
    });

    it('needs a key, consent, a reading of its own and of this country', async () => {
      const { send, read } = await client(bed);
      const { readingId } = await read(photo());
      const theirs = await (await client(bed)).read(photo(2));
      const post = async (body: unknown, headers: Record<string, string> = idempotent()) =>
        problemOf(await send('POST', '/api/applications', body, headers));
      const good = submission(readingId);
      expect(await post(good, {})).toEqual([400, 'invalid_request']);
      expect(await post(good, idempotent('short'))).toEqual([400, 'invalid_request']);
      expect(await post({ ...good, consent: undefined })).toEqual([422, 'consent_required']);
      const { consent } = good;
      expect(await post({ ...good, consent: { ...consent, version: '' } })).toEqual([
        422,
        'consent_required',
      ]);
      expect(await post({ ...good, consent: { ...consent, acceptedAt: 'soon' } })).toEqual([
        422,
        'consent_required',
      ]);
      expect(await post(submission(theirs.readingId))).toEqual([400, 'invalid_request']);
      expect(await post({ ...good, country: 'pk' })).toEqual([400, 'invalid_request']);
      expect(await post({ ...good, country: 'sg' })).toEqual([404, 'country_not_offered']);
    });

    it("runs the country's checks again", async () => {
      const { send, read } = await client(bed);
      const { readingId } = await read(photo());
      const post = async (values: Record<string, string>, confirmedWarnings: string[] = []) => {
        const body = submission(readingId, { values, confirmedWarnings });
        const response = await send('POST', '/api/applications', body, idempotent());
        return [response.status, ((await response.json()) as { fields?: unknown }).fields];
      };
      const { name: _, ...nameless } = MY_VALUES;
      expect(await post(nameless)).toEqual([422, [{ field: 'name', code: 'required' }]]);
      expect(await post({ ...MY_VALUES, extra: 'x' })).toEqual([422, [{ field: 'extra', code: 'unknown' }]]);
      const woman = { ...MY_VALUES, gender: 'F' };
      expect(await post(woman)).toEqual([422, [{ field: 'gender', code: 'number' }]]);
      expect((await post(woman, ['gender:number', 'name:never-shown']))[0]).toBe(201);
      const [row] = [await bed.store.applications.ofSession((await bed.store.meter.all())[0]!.session_id)];
      expect((await recordOf(row!.id)).confirmedWarnings).toEqual(['gender:number']);
    });

    it('is followed by its session and by the secret of its status page, and by nobody else', async () => {
      const { customer, receipt } = await submitted();
      const path = `/api/applications/${receipt.id}`;
      const follow = (token: string) => bed.request(path, { headers: { authorization: `Bearer ${token}` } });
      const secret = receipt.statusPath.split('#')[1]!;
      const status = await (await customer.send('GET', path)).json();
      expect(status).toMatchObject({ reference: receipt.reference, status: 'submitted', comment: null });
      bed.pass(20 * 24 * HOUR);
      expect(await (await follow(secret)).json()).toEqual(status);
      expect((await follow(customer.session.token)).status).toBe(404);
      expect((await follow((await client(bed)).session.token)).status).toBe(404);
      expect((await follow(`${secret}x`)).status).toBe(404);
      expect((await bed.request(path)).status).toBe(401);
      expect(
        (await bed.request('/api/applications/nothing', { headers: { authorization: 'Bearer x' } })).status,
      ).toBe(404);
    });

    it('leaves nothing readable at rest, and nothing personal in the log', async () => {
      const { receipt } = await submitted();
      const { send } = await client(bed);
      await send('PUT', '/api/draft', DRAFT);
      const atRest = await bed.dump();
      const secret = receipt.statusPath.split('#')[1]!;
      for (const value of [...Object.values(MY_VALUES), '19460619', '460619125087', secret].filter(
        (v) => v.length > 5,
      )) {
        expect(atRest.includes(value)).toBe(false);
        expect(bed.log.join('\n')).not.toContain(value);
      }
      expect(atRest.includes(receipt.reference)).toBe(true);
      expect(atRest.includes(Buffer.from(photo().subarray(1000, 1040)))).toBe(false);
    });

    it('refuses a submission whose photo has vanished from the disk', async () => {
      const { send, read } = await client(bed);
      const { readingId } = await read(photo());
      await bed.images.erase(readingId);
      const response = await send('POST', '/api/applications', submission(readingId), idempotent());
      expect(await problemOf(response)).toEqual([409, 'conflict']);
    });
  });
}
