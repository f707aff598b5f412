import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { base64url } from 'jose';
import { PROOF_HEADER, type Proof, type ProofChallenge, proof, proofChallenge } from '#src/contract/index.ts';
import { text } from '../crypto/bytes.ts';
import { keyedHash } from '../crypto/keyed-hash.ts';
import type { EdgeDeps } from '../deps.ts';
import { HttpProblem } from '../problem.ts';

const ALGORITHM = 'PBKDF2/SHA-256';
/** Rounds of one try: some 0.2 ms of a server's core, so that the try outweighs the call of WebCrypto around it. */
const COST = 1000;
/** The slowest phone is through by then, ms. */
const LIFE_MS = 5 * 60_000;
/** A proof is 900 characters long. */
const MAX_PROOF = 2000;

type Deps = Pick<EdgeDeps, 'keys' | 'clock' | 'store' | 'settings'>;

const secretsOf = async ({ keys }: Deps) => ({
  hmacSignatureSecret: await keyedHash(keys, 'proof-of-work: challenge'),
  hmacKeySignatureSecret: await keyedHash(keys, 'proof-of-work: key'),
});

/**
 * Work that takes a browser about as many tries as PROOF_OF_WORK says: half to one and a half times as many, each as
 * likely, so that nobody is unlucky for a minute. Nothing is stored of it: it is signed.
 * @throws HttpProblem not_found: this deployment asks for none.
 */
export async function newChallenge(deps: Deps): Promise<ProofChallenge> {
  const { clock, settings } = deps;
  const asked = settings.proofOfWork ?? 0;
  if (asked === 0) throw new HttpProblem('not_found');
  const tries = Math.ceil(asked * 1.5);
  const challenge = await createChallenge({
    algorithm: ALGORITHM,
    cost: COST,
    counter: randomInt(tries - 1, Math.floor(asked / 2)),
    // The library's own expiry is judged by the machine's clock.
    data: { expires: clock.now() + LIFE_MS, tries },
    deriveKey,
    ...(await secretsOf(deps)),
  });
  return proofChallenge.parse(challenge);
}

function proofIn(request: Request): Proof | null {
  const given = request.headers.get(PROOF_HEADER);
  if (given === null || given.length > MAX_PROOF) return null;
  try {
    const parsed = proof.safeParse(JSON.parse(text(base64url.decode(given))));
    return parsed.success ? parsed.data : null;
  } catch {
    // Neither base64url nor JSON.
    return null;
  }
}

/**
 * Lets through who has done the work, once: the proof is counted in the database, which all processes share, until
 * it would be worth nothing anyway.
 * @throws HttpProblem proof_required: without one, or with one that is wrong, too old or spent.
 */
export async function requireProof(deps: Deps, request: Request): Promise<void> {
  const { clock, settings, store } = deps;
  if ((settings.proofOfWork ?? 0) === 0) return;
  const given = proofIn(request);
  if (!given) throw new HttpProblem('proof_required');
  const { challenge, solution } = given;
  const { expires } = challenge.parameters.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...(await secretsOf(deps)) });
  if (!verified || expires <= clock.now()) throw new HttpProblem('proof_required');
  const spent = `proof:${challenge.signature}`;
  const uses = await store.limits.hit([spent], expires);
  if ((uses.get(spent) ?? 0) > 1) throw new HttpProblem('proof_required');
}
