import type { EdgeDeps } from '../deps.ts';
import { WINDOW_MS } from '../limits/limits.ts';
import type { DueRow } from '../stores/due.ts';

const BATCH = 50;
/** Nothing that is due takes longer; after it another process may take over. */
const LEASE_MS = 60_000;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 6 * 3600 * 1000;

export type DueDeps = Pick<EdgeDeps, 'store' | 'images' | 'clock' | 'log' | 'listeners'>;

/** Hands an event to one listener; one that is not there any more misses it. */
async function tell({ store, listeners = [] }: DueDeps, subject: string): Promise<void> {
  const [name, id = ''] = subject.split(':');
  const listener = listeners.find((one) => one.name === name);
  const event = listener && (await store.events.find(id));
  if (event) await listener.tell(event);
}

async function perform(deps: DueDeps, { kind, subject }: DueRow): Promise<void> {
  const { store, images, clock, listeners = [] } = deps;
  switch (kind) {
    case 'session':
      return store.erasure.session(subject, 'expired', clock.now());
    case 'application':
      await store.erasure.application(subject, 'retention', clock.now());
      return;
    case 'image':
      return images.erase(subject);
    case 'event':
      return store.events.fanOut(
        subject,
        listeners.map(({ name }) => name),
        clock.now(),
      );
    case 'notice':
      return tell(deps, subject);
  }
}

/**
 * Does what is due now: erases what was not submitted in time, what has been kept for RETENTION_DAYS, and
 * images whose rows are gone; tells each listener of what has happened, at least once. Safe to call from any number of processes at once; what fails comes again later.
 * @returns how many rows were done.
 */
export async function runDue(deps: DueDeps): Promise<number> {
  const { store, clock, log } = deps;
  let done = 0;
  for (;;) {
    const now = clock.now();
    const rows = await store.due.lease(now, now + LEASE_MS, BATCH);
    for (const row of rows) {
      try {
        await perform(deps, row);
        await store.due.done(row.kind, row.subject);
        done++;
      } catch (error) {
        const wait = Math.min(FIRST_RETRY_MS * 2 ** (row.attempts - 1), LAST_RETRY_MS);
        await store.due.postpone(row.kind, row.subject, now + wait);
        log.error(
          { due: row.kind, error: error instanceof Error ? error.name : 'unknown' },
          'due work failed',
        );
      }
    }
    if (rows.length < BATCH) break;
  }
  await store.erasure.limitsBefore(clock.now() - 2 * WINDOW_MS);
  return done;
}
