import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ApplicationReceipt } from '#src/contract/index.ts';
import { submission } from '#src/edge/testing/samples.node.ts';
import { type client, freshPhoto } from './load.ts';

const ENTRY = join(import.meta.dirname, '../../src/edge/entry.node.ts');
/** How long a start may take on a busy machine, ms. */
const START_MS = 30_000;

/** Somebody with a session. */
export interface Customer {
  readonly token: string;
  readonly sessionId: string;
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
  const child = spawn([...under, process.execPath][0]!, [...under, process.execPath, ENTRY].slice(1), {
    env,
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

/** A customer who has read a card and is about to submit. */
export async function prepare(http: ReturnType<typeof client>, i: number): Promise<Customer> {
  const session = JSON.parse((await http.send('POST', '/api/sessions')).body) as Record<string, string>;
  const headers = { authorization: `Bearer ${session.token}`, 'content-type': 'image/jpeg' };
  const { status, body } = await http.send('POST', '/api/readings/my', headers, freshPhoto());
  if (status !== 200) throw new Error(`A reading ended in ${status}`);
  const { readingId } = JSON.parse(body) as { readingId: string };
  const consent = { version: 'bench', locale: 'en' as const, acceptedAt: new Date().toISOString() };
  return {
    token: String(session.token),
    sessionId: String(session.sessionId),
    body: new TextEncoder().encode(JSON.stringify(submission(readingId, { consent }))),
    key: `submission-${i}`,
    readingId,
    receipt: null,
  };
}

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
