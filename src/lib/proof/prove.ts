import { type Proof, type ProofChallenge, proofChallenge } from '#src/contract/index.ts';
import { ApiError, call, parsed } from '../api/client.ts';
import type { ProofNews } from './proof.worker.ts';
import { proofShare } from './share.ts';

/** Does the work in a worker, so that the page stays at hand. */
function solve(challenge: ProofChallenge, signal: AbortSignal | undefined): Promise<Proof['solution']> {
  const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
  const { tries } = challenge.parameters.data;
  return new Promise<Proof['solution']>((resolve, reject) => {
    const fail = (cause?: unknown): void => reject(new ApiError('proof_required', [], cause));
    worker.onerror = fail;
    worker.onmessage = ({ data }: MessageEvent<ProofNews>) => {
      if ('tries' in data) proofShare.set(Math.min(1, data.tries / tries));
      else if (data.solution) resolve(data.solution);
      else fail();
    };
    signal?.addEventListener('abort', () => reject(signal.reason));
    proofShare.set(0);
    worker.postMessage(challenge);
  }).finally(() => {
    worker.terminate();
    proofShare.set(null);
  });
}

/**
 * The proof that a deployment asks for before it opens a session, as the header bears it. Loaded only there.
 * @throws ApiError `proof_required` if no worker can do it here.
 */
export async function proveWork(signal?: AbortSignal): Promise<string> {
  const challenge = parsed(proofChallenge, await call('/api/challenges', { method: 'POST', signal }));
  const solution = await solve(challenge, signal);
  const proof: Proof = { challenge, solution };
  // All of it is ASCII.
  return btoa(JSON.stringify(proof)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
