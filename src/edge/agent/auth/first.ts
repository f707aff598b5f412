import { HttpProblem } from '../../problem.ts';
import type { AgentStore } from '../../stores/agents.ts';
import { type Desk, SYSTEM } from '../desk.ts';
import type { Auth } from './better.ts';

/** Without 0, I, L, O, U: it is typed off a terminal. */
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/**
 * The code of the first-run screen, e.g. `7K3M-9QXT-C4PA` (59 bits). All processes of a deployment know the same
 * one; it opens nothing once there is an account.
 */
export async function firstRunCode({ vault }: Desk): Promise<string> {
  const bytes = await vault.bytes('first-run');
  const chars = [...bytes.subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return chars.join('').replace(/(....)(?=.)/g, '$1-');
}

const plain = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '');

/** Compares by their hashes: how long it takes says nothing of where they differ. */
async function sameCode(desk: Desk, typed: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [typed, await firstRunCode(desk)].map((code) => desk.vault.mac('first-run-compare', plain(code))),
  );
  return a === b;
}

/** @throws HttpProblem setup_done. */
const makeFirst = (
  desk: Desk,
  first: Parameters<AgentStore['first']>[0],
  by: 'setup' | 'settings',
): Promise<string> =>
  desk.recorded('account.created', SYSTEM, async ({ agents }) => {
    const id = await agents.first(first);
    if (id === null) throw new HttpProblem('setup_done');
    return [id, { account: id, role: 'admin', by }];
  });

/**
 * Makes the first admin for who knows the code.
 * @throws HttpProblem setup_done, code_wrong.
 */
export async function setUp(
  desk: Desk,
  auth: Auth,
  { code, email, name, password }: { code: string; email: string; name: string; password: string },
): Promise<string> {
  const { store, clock } = desk.deps;
  if (await store.agents.any()) throw new HttpProblem('setup_done');
  if (!(await sameCode(desk, code))) throw new HttpProblem('code_wrong');
  const passwordHash = await auth.hash(password);
  return makeFirst(desk, { email, name, passwordHash, now: clock.now() }, 'setup');
}

/** Makes the admin of the settings if there is no account yet. @returns whether the first-run screen is needed. */
export async function welcomeFirst(desk: Desk, auth: Auth): Promise<boolean> {
  const { store, clock } = desk.deps;
  if (await store.agents.any()) return false;
  const { admin } = desk.settings;
  if (!admin) return true;
  const { email, password } = admin;
  const passwordHash = await auth.hash(password);
  const name = email.split('@')[0] ?? email;
  try {
    await makeFirst(desk, { email, name, passwordHash, now: clock.now() }, 'settings');
  } catch (error) {
    // Another process was faster.
    if (!(error instanceof HttpProblem)) throw error;
  }
  return false;
}
