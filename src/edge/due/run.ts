import { writeAnchor } from '../agent/audit/anchor.ts';
import { SYSTEM } from '../agent/desk.ts';
import { eraseApplication } from '../applications/erase.ts';
import type { EdgeDeps } from '../deps.ts';
import { WINDOW_MS } from '../limits/limits.ts';
import type { DueRow } from '../stores/due.ts';
import { inSpan } from '../traces/traces.ts';
import { deliverWebhook } from '../webhooks/deliver.ts';
import { webhookListener } from '../webhooks/fan-out.ts';

const BATCH = 50;
/** Nothing that is due takes longer; after it another process may take over. */
const LEASE_MS = 60_000;
/**
 * What has not begun by then is given back: a mail server that is slow for everyone must not use up the leases of
 * those behind, or another process would do them as well.
 */
const BEGIN_WITHIN_MS = 15_000;
const DAY_MS = 24 * 3600 * 1000;
const FIRST_RETRY_MS = 30_000;
const LAST_RETRY_MS = 6 * 3600 * 1000;

/** Rounds of one call; what is left over is for the next one. */
const MAX_ROUNDS = 40;

export type DueDeps = Pick<
  EdgeDeps,
  'store' | 'images' | 'keys' | 'clock' | 'log' | 'settings' | 'listeners' | 'webhookFetch' | 'traces'
>;

const listenersOf = (deps: DueDeps) => [webhookListener(deps), ...(deps.listeners ?? [])];

/** Hands an event to one listener; one that is not there any more misses it. */
async function tell(deps: DueDeps, subject: string): Promise<void> {
  const { store } = deps;
  const [name, id = ''] = subject.split(':');
  const listener = listenersOf(deps).find((one) => one.name === name);
  const event = listener && (await store.events.find(id));
  if (event) await listener.tell(event);
}

/** @returns when it has to be done again, ms; null if it is through. */
async function perform(deps: DueDeps, { kind, subject }: DueRow): Promise<number | null> {
  const { store, images, clock } = deps;
  switch (kind) {
    case 'session':
      await store.erasure.session(subject, 'expired', clock.now());
      return null;
    case 'application':
      await eraseApplication(deps, subject, 'retention', SYSTEM);
      return null;
    case 'image':
      await images.erase(subject);
      return null;
    case 'event': {
      const names = listenersOf(deps).map(({ name }) => name);
      await store.events.fanOut(subject, names, clock.now());
      return null;
    }
    case 'notice':
      await tell(deps, subject);
      return null;
    case 'webhook':
      return deliverWebhook(deps, subject);
    case 'anchor':
      return writeAnchor(deps, Number(subject));
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** Does one row. @returns whether it is through; never rejects. */
const settle = (deps: DueDeps, row: DueRow): Promise<boolean> =>
  inSpan(deps.traces, `due ${row.kind}`, {}, async (span) => {
    const through = await attempt(deps, row);
    span?.set({ 'kenal.due.through': through, 'kenal.due.attempt': row.attempts });
    return through;
  });

async function attempt(deps: DueDeps, row: DueRow): Promise<boolean> {
  const { store, clock, log } = deps;
  try {
    const again = await perform(deps, row);
    if (typeof again === 'number') await store.due.postpone(row, again);
    else await store.due.done(row);
    return typeof again !== 'number';
  } catch (error) {
    log.error({ due: row.kind, error: nameOf(error) }, 'due work failed');
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (row.attempts - 1), LAST_RETRY_MS);
    await giveBack(deps, row, clock.now() + wait);
    return false;
  }
}

/** Lets others try at `dueAt`. What cannot even be written is theirs once the lease has run out. */
async function giveBack({ store, log }: DueDeps, row: DueRow, dueAt: number): Promise<void> {
  try {
    await store.due.postpone(row, dueAt);
  } catch (error) {
    log.error({ due: row.kind, error: nameOf(error) }, 'due work could not be given back');
  }
}

/** Does the rows that were leased at `now`. @returns how many are through; never rejects. */
async function settleAll(deps: DueDeps, rows: readonly DueRow[], now: number): Promise<number> {
  const { clock } = deps;
  let done = 0;
  // Receivers that do not answer are waited for side by side, so that no lease runs out.
  const webhooks = Promise.all(rows.filter(({ kind }) => kind === 'webhook').map((row) => settle(deps, row)));
  for (const row of rows) {
    if (row.kind === 'webhook') continue;
    if (clock.now() - now < BEGIN_WITHIN_MS) done += (await settle(deps, row)) ? 1 : 0;
    else await giveBack(deps, row, row.due_at);
  }
  return done + (await webhooks).filter(Boolean).length;
}

/**
 * Does what is due now: erases what was not submitted in time, what has been kept for RETENTION_DAYS, and
 * images whose rows are gone; tells each listener of what has happened, at least once; sends webhooks. Safe to call
 * from any number of processes at once; what fails comes again later.
 * @returns how many rows were done.
 */
export async function runDue(deps: DueDeps): Promise<number> {
  const { store, clock, settings } = deps;
  let done = 0;
  // What is done may make more due at once: an event its notices, a notice its webhooks.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const now = clock.now();
    const rows = await store.due.lease(now, now + LEASE_MS, BATCH);
    if (rows.length === 0) break;
    const attributes = { 'kenal.due.rows': rows.length };
    done += await inSpan(deps.traces, 'due run', { attributes }, () => settleAll(deps, rows, now));
  }
  await store.erasure.limitsBefore(clock.now() - 2 * WINDOW_MS);
  await store.sweep(clock.now(), settings.retentionDays * DAY_MS);
  return done;
}
