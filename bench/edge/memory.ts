import { submission } from '#src/edge/testing/samples.node.ts';
import { client, freshPhoto, spread } from './load.ts';
import { startServer, startStub } from './processes.ts';

export interface MemoryFigures {
  readonly requests: number;
  /** Resident memory after a fifth, three fifths and all of the requests, MB. */
  readonly rssMb: readonly number[];
  readonly heapMb: readonly number[];
}

/** One onboarding: token, photo, the form saved a few times and read back, submitted twice, followed. */
const REQUESTS_EACH = 10;
const DRAFTS = 5;
const MB = 1024 * 1024;

/** What the process holds in the course of many whole onboardings. */
export async function benchMemory(requests: number): Promise<MemoryFigures> {
  const stub = await startStub();
  const server = await startServer(stub.url);
  const http = client(server.url, 8);
  const onboarding = async (i: number) => {
    const headers = { authorization: `Bearer ${await http.token()}` };
    const json = { ...headers, 'content-type': 'application/json', 'idempotency-key': `memory-${i}` };
    const { body } = await http.send('POST', '/api/readings/my', headers, freshPhoto());
    const { readingId } = JSON.parse(body) as { readingId: string };
    const consent = { version: 'bench', locale: 'en' as const, acceptedAt: new Date().toISOString() };
    const application = submission(readingId, { consent });
    const { country, values, confirmedWarnings } = application;
    const draft = { country, step: 'form', readingId, values, confirmedWarnings, consent };
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    for (let n = 0; n < DRAFTS; n++) await http.send('PUT', '/api/draft', json, bytes(draft));
    await http.send('GET', '/api/draft', headers);
    for (let n = 0; n < 2; n++) {
      const { status } = await http.send('POST', '/api/applications', json, bytes(application));
      if (status !== 200 && status !== 201) throw new Error(`A submission ended in ${status}`);
    }
  };
  const rssMb: number[] = [];
  const heapMb: number[] = [];
  let done = 0;
  for (const share of [0.2, 0.6, 1]) {
    const until = Math.round((requests * share) / REQUESTS_EACH);
    const from = done;
    await spread(until - from, 8, (i) => onboarding(from + i));
    done = until;
    const { rss, heap } = await server.ask<{ rss: number; heap: number }>('collect');
    rssMb.push(Math.round(rss / MB));
    heapMb.push(Math.round(heap / MB));
  }
  http.close();
  await server.stop();
  stub.stop();
  return { requests: done * REQUESTS_EACH, rssMb, heapMb };
}
