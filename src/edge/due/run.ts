import type { EdgeDeps } from '../deps.ts';
import { WINDOW_MS } from '../limits/limits.ts';
import type { DueRow } from '../stores/due.ts';

const BATCH = 50;
/** Nothing that is due takes longer; after it another process may take over. */
const LEASE_MS = 60_000;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 6 * 3600 * 1000;

export type DueDeps = Pick<EdgeDeps, 'store' | 'images' | 'clock' | 'log'>;

async function perform({ store, images, clock }: DueDeps, { kind, subject }: DueRow): Promise<void> {
  switch (kind) {
    case 'session':
      return store.erasure.session(subject, 'expired', clock.now());
    case 'application':
      await store.erasure.application(subject, 'retention', clock.now());
      return;
    case 'image':
      return images.erase(subject);
  }
}

/**
 * Does what is due now: erases what was not submitted in time, what has been kept for RETENTION_DAYS, and
 * images whose rows are gone. Safe to call from any number of processes at once; what fails comes again later.
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
