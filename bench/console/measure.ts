import type { Decision, QueuePage, Review } from '#src/contract/agent/index.ts';
import { signIn, WITH_ADMIN } from '#src/edge/testing/agents.node.ts';
import type { Bed } from '#src/edge/testing/bed.node.ts';
import { quantile, round } from '../lib/stats.ts';
import type { Seeded } from './seed.ts';

export interface Times {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
}

const VIEWS = [
  '',
  'country=my',
  'doubts=some',
  'duplicates=some',
  'attempt=again',
  'due=overdue',
  'claimed=nobody',
  'status=all',
  'status=approved&order=newest',
];

/** Times of requests one after the other, ms from the request to the end of its body. */
async function timed(n: number, ask: (i: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let i = 0; i < n; i++) {
    const start = performance.now();
    await ask(i);
    times.push(performance.now() - start);
  }
  return { n, p50: round(quantile(times, 0.5), 1), p95: round(quantile(times, 0.95), 1) };
}

/** The server's part of an agent's day, over a store that is full. */
export async function measure(bed: Bed, sample: readonly Seeded[], n: number) {
  const agent = await signIn(bed, WITH_ADMIN.agents.admin.email);
  const at = (i: number): Seeded => sample[(i * 37) % sample.length] as Seeded;
  const list = (query: string) => agent.get<QueuePage>('GET', `/api/agent/applications?${query}`);
  const find = (text: string) => agent.get('POST', '/api/agent/applications/search', { text });

  // Cursors from deep inside of each view, as a person gets to them by paging.
  const cursors: string[] = [];
  for (const view of VIEWS) {
    let next: string | null = null;
    for (let page = 0; page < 5; page++) {
      const got: QueuePage = await list(`${view}${next ? `&after=${next}` : ''}&limit=100`);
      next = got.next;
    }
    if (next) cursors.push(`${view}&after=${next}`);
  }
  const views = [...VIEWS, ...cursors];
  const pages = await timed(n, (i) => list(views[i % views.length] ?? ''));
  const search = await timed(n, (i) => {
    const { reference, number, name } = at(i);
    return find([reference, number, name][i % 3] ?? '');
  });
  const changes = await timed(n, () =>
    agent.get('GET', `/api/agent/queue/changes?since=${Date.now() - 5000}~-`),
  );
  const open = await timed(n, (i) => agent.get('GET', `/api/agent/applications/${at(i).id}`));
  let review = await agent.get<Review>('POST', '/api/agent/queue/next', { filters: {} });
  const decideAndNext = await timed(n, async () => {
    await agent.get<Decision>('POST', `/api/agent/applications/${review.id}/decisions`, {
      kind: 'approve',
      reasons: [],
      comment: null,
      note: null,
      attempt: review.attempt,
    });
    review = await agent.get<Review>('POST', '/api/agent/queue/next', { filters: {} });
  });
  return { pages, search, changes, open, decideAndNext };
}
