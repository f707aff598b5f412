import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { submission } from '#src/edge/testing/samples.node.ts';
import { MALLOC, NODE_FLAGS } from '#tools/process.ts';
import { type client, freshPhoto } from './load.ts';

const ENTRY = join(import.meta.dirname, '../../src/edge/entry.node.ts');
/** How long a start may take on a busy machine, ms. */
const START_MS = 30_000;

/** Somebody with a session. */
export interface Customer extends Begun {
  readonly body: Uint8Array;
  readonly key: string;
  readonly readingId: string;
  receipt: ApplicationReceipt | null;
}

/** Starts the real entry point, under another command if one is given, and waits until it is ready. */
export async function startEntry(
  env: NodeJS.ProcessEnv,
  url: string,
  under: readonly string[] = [],
): Promise<ChildProcess> {
  const [program = '', ...args] = [...under, process.execPath, ...NODE_FLAGS, ENTRY];
  const child = spawn(program, args, {
    env: { ...MALLOC, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const until = Date.now() + START_MS;
  for (;;) {
    const up = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return child;
    if (child.exitCode !== null || Date.now() > until) throw new Error('The server did not start');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A session that has not read anything. */
export interface Begun {
  readonly token: string;
  readonly sessionId: string;
}

/** How long a customer sends the same photo again while a process that died still holds its lease, ms. */
const READ_FOR_MS = 90_000;

export async function begin(http: ReturnType<typeof client>): Promise<Begun> {
  const { token, sessionId } = JSON.parse((await http.send('POST', '/api/sessions')).body) as Begun;
  return { token, sessionId };
}

/** Has a photo read, by sending the very same until there is an outcome; then about to submit. */
export async function readAgain(
  http: ReturnType<typeof client>,
  session: Begun,
  photo: Uint8Array,
  key: string,
): Promise<Customer> {
  const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'image/jpeg' };
  const until = Date.now() + READ_FOR_MS;
  for (;;) {
    const { status, body } = await http.send('POST', '/api/readings/my', headers, photo);
    if (status === 502 && Date.now() < until) continue;
    if (status !== 200) throw new Error(`A reading ended in ${status}: ${body}`);
    const { readingId } = JSON.parse(body) as { readingId: string };
    const consent = { version: 'bench', locale: 'en' as const, acceptedAt: new Date().toISOString() };
    const application = new TextEncoder().encode(JSON.stringify(submission(readingId, { consent })));
    return { ...session, body: application, key, readingId, receipt: null };
  }
}

/** A customer who has read a card and is about to submit. */
export const prepare = async (http: ReturnType<typeof client>, i: number): Promise<Customer> =>
  readAgain(http, await begin(http), freshPhoto(), `submission-${i}`);

/** Submits, and sees to it that a repetition gives the same application. */
export async function submit(http: ReturnType<typeof client>, customer: Customer): Promise<void> {
  const headers = {
    authorization: `Bearer ${customer.token}`,
    'content-type': 'application/json',
    'idempotency-key': customer.key,
  };
  const { status, body } = await http.send('POST', '/api/applications', headers, customer.body);
  if (status !== 200 && status !== 201) throw new Error(`A submission ended in ${status}: ${body}`);
  const receipt = JSON.parse(body) as ApplicationReceipt;
  if (customer.receipt && customer.receipt.id !== receipt.id) throw new Error('A second application');
  customer.receipt = receipt;
}
