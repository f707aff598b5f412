import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Proof, ProofChallenge } from '#src/contract/index.ts';

/** What the worker says: how many tries so far, or what it has found (null: nothing in time). */
export type ProofNews = { tries: number } | { solution: Proof['solution'] | null };

/** Tries between two words of it. */
const EVERY = 50;
/** Longer than any challenge is good for, ms. */
const TIMEOUT_MS = 5 * 60_000;

const say = (news: ProofNews): void => self.postMessage(news);

self.addEventListener('message', async ({ data }: MessageEvent<ProofChallenge>) => {
  let tries = 0;
  const solution = await solveChallenge({
    challenge: data,
    timeout: TIMEOUT_MS,
    deriveKey: (...given) => {
      tries += 1;
      if (tries % EVERY === 0) say({ tries });
      return deriveKey(...given);
    },
  });
  say({ solution: solution && { counter: solution.counter, derivedKey: solution.derivedKey } });
});
