import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, describe, expect, it } from 'vitest';
import { PROOF_HEADER, type Proof, proofChallenge, type SessionReply } from '#src/contract/index.ts';
import { type Bed, type Beds, problemOf } from '../bed.node.ts';
import { temporaryFolder } from '../files.node.ts';
import { partnerIn } from '../partner.node.ts';
import { MINUTE } from '../samples.node.ts';

/** Few tries: what is measured here is not the work. */
const WITH_PROOF = { proofOfWork: 20 };
const REFUSED = [403, 'proof_required'];

async function solved(bed: Bed): Promise<Proof> {
  const response = await bed.request('/api/challenges', { method: 'POST' });
  expect(response.status).toBe(201);
  const challenge = proofChallenge.parse(await response.json());
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('No solution');
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } };
}

const headerOf = (proof: unknown) => Buffer.from(JSON.stringify(proof)).toString('base64url');
const begin = (bed: Bed, proof?: unknown) =>
  bed.request('/api/sessions', {
    method: 'POST',
    ...(proof !== undefined && { headers: { [PROOF_HEADER]: headerOf(proof) } }),
  });

/** Work before a session, by request, on whatever stores and runtime the beds are made of. */
export function proofSuite(beds: Beds): void {
  describe('proof of work', () => {
    const { make, closeAll } = beds;
    afterEach(closeAll);

    it('is not asked for, and not given out, unless it is set', async () => {
      const bed = await make();
      expect((await begin(bed)).status).toBe(201);
      expect(await problemOf(await bed.request('/api/challenges', { method: 'POST' }))).toEqual([
        404,
        'not_found',
      ]);
    });

    it('opens one session, in all processes together', async () => {
      const folder = temporaryFolder();
      const [one, two] = [
        await make({ folder, settings: WITH_PROOF }),
        await make({ folder, settings: WITH_PROOF }),
      ];
      expect(await problemOf(await begin(one))).toEqual(REFUSED);
      const proof = await solved(one);
      expect(proof.solution.counter).toBeGreaterThanOrEqual(10);
      expect(proof.solution.counter).toBeLessThan(proof.challenge.parameters.data.tries);
      expect((await begin(two, proof)).status).toBe(201);
      expect(await problemOf(await begin(one, proof))).toEqual(REFUSED);
      // Nor when the counters of passed windows are gone.
      one.pass(3 * MINUTE);
      await one.runDue();
      expect(await problemOf(await begin(one, proof))).toEqual(REFUSED);
    });

    it('is asked of nobody who is known: a session that goes on, a partner', async () => {
      const bed = await make({ settings: WITH_PROOF });
      const { token } = (await (await begin(bed, await solved(bed))).json()) as SessionReply;
      const again = await bed.request('/api/sessions', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      expect(again.status).toBe(201);
      const shop = await partnerIn(bed);
      expect((await shop.session()).partner?.client).toBe(shop.client);
    });

    it('counts only as it was given out and worked on, by this deployment, in time', async () => {
      const bed = await make({ settings: WITH_PROOF });
      const other = await make({ settings: WITH_PROOF, secret: ['another secret that is long enough too'] });
      const { challenge, solution } = await solved(bed);
      const { parameters } = challenge;
      const data = { ...parameters.data, expires: parameters.data.expires + MINUTE };
      for (const wrong of [
        { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
        { challenge: { ...challenge, parameters: { ...parameters, data } }, solution },
        { challenge: { ...challenge, parameters: { ...parameters, keyPrefix: '00' } }, solution },
        { challenge: { ...challenge, signature: 'ab'.repeat(32) }, solution },
        { challenge },
        'x'.repeat(3000),
        await solved(other),
      ])
        expect(await problemOf(await begin(bed, wrong))).toEqual(REFUSED);
      bed.pass(5 * MINUTE);
      expect(await problemOf(await begin(bed, { challenge, solution }))).toEqual(REFUSED);
      expect((await begin(bed, await solved(bed))).status).toBe(201);
    });
  });
}
