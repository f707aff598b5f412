import type { ApplicationStatus, ResubmissionReply, SessionReply } from '#src/contract/index.ts';
import { CUSTOMER } from '../agent/desk.ts';
import { sha256, utf8 } from '../crypto/bytes.ts';
import type { EdgeDeps } from '../deps.ts';
import { bearer } from '../middleware/session.ts';
import { HttpProblem } from '../problem.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { readToken } from '../tokens.ts';
import { requireCardEnd } from './card-end.ts';
import { erasureMark } from './erase.ts';
import { openComment } from './receipt.ts';
import { askOf, resubmissionSession } from './resubmission.ts';
import { shownOf } from './shown.ts';

/** The status page's secret is good until this long after the decision. */
const AFTER_DECISION_MS = 30 * 24 * 3600 * 1000;

/** `own`: the session that sent it. `link`: whoever holds the secret of its status page. */
type Follower = 'own' | 'link';

async function followerOf(
  { keys, clock, store }: EdgeDeps,
  row: ApplicationRow,
  credential: string,
): Promise<Follower | null> {
  const now = clock.now();
  const claims = await readToken(keys, credential, now);
  if (claims) {
    const session = await store.sessions.reach(claims.sessionId, now, claims.handoff);
    return session?.application_id === row.id ? 'own' : null;
  }
  // Both sides are hashes of 256 random bits: how long the comparison takes says nothing of use.
  const revoked =
    row.status_hash === null || (row.decided_at !== null && row.decided_at + AFTER_DECISION_MS < now);
  return !revoked && row.status_hash === (await sha256(utf8(credential))) ? 'link' : null;
}

/**
 * The application for its session's token or for the secret of its status page, either of them as
 * `Authorization: Bearer`. Who may not follow it is not told whether it exists.
 * @throws HttpProblem unauthorized (no credential), not_found.
 */
async function followed(
  deps: EdgeDeps,
  request: Request,
  id: string,
): Promise<{ row: ApplicationRow; by: Follower }> {
  const credential = bearer(request);
  if (!credential) throw new HttpProblem('unauthorized');
  const row = await deps.store.applications.find(id);
  const by = row && (await followerOf(deps, row, credential));
  if (!row || !by) throw new HttpProblem('not_found');
  return { row, by };
}

/**
 * The same for what shows or changes more than where it stands: a link may have been passed on, or lie in a mailbox,
 * so that its holder has to know the end of the card's number as well.
 * @throws HttpProblem as `followed` and `requireCardEnd`.
 */
async function owned(deps: EdgeDeps, request: Request, id: string): Promise<ApplicationRow> {
  const { row, by } = await followed(deps, request, id);
  if (by === 'link') await requireCardEnd(deps, request, row);
  return row;
}

/**
 * Begins to send an application again, or goes on with it: its session shows the earlier values.
 * @throws HttpProblem as `owned`; conflict if nothing is asked for.
 */
export async function beginResubmission(
  deps: EdgeDeps,
  request: Request,
  id: string,
  replyOf: (session: SessionRow) => Promise<SessionReply>,
): Promise<ResubmissionReply> {
  const row = shownOf(await owned(deps, request, id), deps.clock.now());
  const ask = await askOf(deps, row);
  if (!ask) throw new HttpProblem('conflict', { detail: 'Nothing is asked for' });
  return {
    ...(await replyOf(await resubmissionSession(deps, row, ask))),
    application: { id: row.id, reference: row.reference, country: row.country },
    ask,
    comment: await openComment(deps.keys, row),
  };
}

/** Where an application stands. @throws HttpProblem as `followed`. */
export async function openStatus(deps: EdgeDeps, request: Request, id: string): Promise<ApplicationStatus> {
  const row = shownOf((await followed(deps, request, id)).row, deps.clock.now());
  const resubmission = await askOf(deps, row);
  return {
    id: row.id,
    reference: row.reference,
    country: row.country,
    status: row.status,
    submittedAt: new Date(row.submitted_at).toISOString(),
    comment: await openComment(deps.keys, row),
    ...(resubmission && { resubmission }),
  };
}

/** Switches the link of the status page off, for good. @throws HttpProblem as `followed`. */
export async function revokeLink(deps: EdgeDeps, request: Request, id: string): Promise<void> {
  await deps.store.applications.revokeLink((await followed(deps, request, id)).row.id);
}

/**
 * Takes an application back: everything of it is erased, the photo too.
 * @throws HttpProblem as `owned`; conflict once it is decided, for then the office has to keep what it
 * decided on, until RETENTION_DAYS are over.
 */
export async function withdraw(deps: EdgeDeps, request: Request, id: string): Promise<void> {
  const { store, clock } = deps;
  const row = await owned(deps, request, id);
  const mark = await erasureMark(deps, row.id, CUSTOMER, { reason: 'request' });
  if (!(await store.erasure.undecided(row.id, clock.now(), mark)))
    throw new HttpProblem('conflict', { detail: 'The application has been decided' });
}
