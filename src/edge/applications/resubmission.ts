import type { Draft, ResubmissionAsk } from '#src/contract/index.ts';
import { sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import { SESSION_MS } from '../sessions/lifetime.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { openRecord } from './receipt.ts';
import { draftContext } from './record.ts';

/** What is asked for; null if nothing is. */
export async function askOf(
  { store }: Pick<EdgeDeps, 'store'>,
  row: ApplicationRow,
): Promise<ResubmissionAsk | null> {
  if (row.status !== 'resubmission_requested') return null;
  const [last] = await store.decisions.of(row.id);
  const ask = last?.kind === 'photo' || last?.kind === 'correction' ? last.kind : 'correction';
  return { ask, reasons: last ? (JSON.parse(last.reasons) as string[]) : [] };
}

/**
 * The session in which an application is sent again: the one that is open already, or a new one that begins with
 * the earlier values. It has the application's own data key, so that what it reads can be tied to it.
 */
export async function resubmissionSession(
  deps: EdgeDeps,
  row: ApplicationRow,
  { ask }: ResubmissionAsk,
): Promise<SessionRow> {
  const { store, keys, clock } = deps;
  const now = clock.now();
  const open = await store.resubmissions.session(row.id, now);
  if (open) return open;
  const record = await openRecord(keys, row);
  const values = Object.fromEntries(Object.entries(record.fields).map(([name, { value }]) => [name, value]));
  const draft: Draft = {
    country: row.country,
    step: ask === 'photo' ? 'capture' : 'form',
    readingId: ask === 'photo' ? null : record.readingId,
    values,
    confirmedWarnings: [],
    consent: record.consent,
  };
  const id = crypto.randomUUID();
  const key = await keys.openDataKey(row.data_key);
  const session = {
    id,
    created_at: now,
    expires_at: now + SESSION_MS,
    data_key: row.data_key,
    // On the status page it is a session of our own site, whoever's page the first one was on.
    partner_id: null,
    mode: row.mode,
  };
  await store.resubmissions.begin(session, row.id, await sealJson(key, draftContext(id), draft));
  const made = await store.sessions.find(id);
  if (!made) throw new HttpProblem('conflict');
  return made;
}
