import type { Kysely, Selectable, Transaction } from 'kysely';
import type { DecisionKind } from '#src/contract/agent/index.ts';
import type { EventType } from '#src/contract/index.ts';
import { type AuditMark, appendAudit } from './audit.ts';
import { durably } from './durable.ts';
import { holdLines } from './enqueue.ts';
import { appendEvent, withdrawEvent } from './events.ts';
import type { Database, Dialect } from './schema.ts';
import type { DecisionTable } from './schema-console.ts';

export type DecisionRow = Selectable<DecisionTable>;

/** What each decision makes of an application, and what others are told. */
const OUTCOMES = {
  approve: ['approved', 'application.approved'],
  decline: ['declined', 'application.declined'],
  photo: ['resubmission_requested', 'application.resubmission_requested'],
  correction: ['resubmission_requested', 'application.resubmission_requested'],
} as const satisfies Record<DecisionKind, readonly [string, EventType]>;

interface NewDecision
  extends Pick<DecisionRow, 'id' | 'application_id' | 'attempt' | 'kind' | 'agent_id' | 'at'> {
  readonly reasons: string;
  readonly sealed: Uint8Array | null;
  /** Sealed words for the customer. */
  readonly comment: Uint8Array | null;
  /** Until when it can be taken back, ms; then others are told. */
  readonly undoUntil: number;
}

type Refused = 'gone' | 'not_claimed' | 'already_decided' | 'stale';

export interface DecisionStore {
  /** Decides, if the agent holds the claim and has seen the latest attempt. On disk when it returns. */
  readonly decide: (decision: NewDecision, mark: AuditMark) => Promise<Refused | null>;
  /** Takes a decision back before anyone was told; the agent holds the claim again. @returns false: too late. */
  readonly undo: (
    id: string,
    by: { applicationId: string; agentId: string; now: number; undoMs: number; claimUntil: number },
    mark: AuditMark,
  ) => Promise<boolean>;
  /** Of an application, newest first, without those taken back. */
  readonly of: (applicationId: string) => Promise<readonly DecisionRow[]>;
}

async function refusal(
  tx: Transaction<Database>,
  { application_id, agent_id, attempt, at }: NewDecision,
): Promise<Refused> {
  const row = await tx
    .selectFrom('queue')
    .select(['open', 'attempt', 'claimed_by', 'claimed_until'])
    .where('application_id', '=', application_id)
    .executeTakeFirst();
  if (!row) return 'gone';
  if (row.attempt !== attempt) return 'stale';
  if (row.open === 0) return 'already_decided';
  return row.claimed_by === agent_id && row.claimed_until > at ? 'already_decided' : 'not_claimed';
}

export function sqlDecisions(db: Kysely<Database>, dialect: Dialect): DecisionStore {
  return {
    decide: (decision, mark) =>
      durably(db, dialect, async (tx) => {
        const { comment, undoUntil, ...row } = decision;
        const [status, type] = OUTCOMES[row.kind];
        const line = await tx
          .updateTable('queue')
          .set({
            status,
            open: 0,
            decided_at: row.at,
            decided_by: row.agent_id,
            claimed_until: 0,
            changed_at: row.at,
          })
          .where('application_id', '=', row.application_id)
          .where('open', '=', 1)
          .where('attempt', '=', row.attempt)
          .where('claimed_by', '=', row.agent_id)
          .where('claimed_until', '>', row.at)
          .returning(['country', 'submitted_at', 'claimed_at'])
          .executeTakeFirst();
        if (!line) return refusal(tx, decision);
        const application = await tx
          .updateTable('applications')
          .set({ status, comment, decided_at: row.at })
          .where('id', '=', row.application_id)
          .returning('session_id')
          .executeTakeFirstOrThrow();
        const event_id = await appendEvent(tx, {
          type,
          application_id: row.application_id,
          session_id: application.session_id,
          at: row.at,
          tellAt: undoUntil,
        });
        await tx
          .insertInto('decisions')
          .values({ ...row, ...line, event_id, undone_at: null })
          .execute();
        await appendAudit(tx, mark);
        return null;
      }),
    undo: (id, { applicationId, agentId, now, undoMs, claimUntil }, mark) =>
      durably(db, dialect, async (tx) => {
        await holdLines(tx, dialect, applicationId);
        const undone = await tx
          .updateTable('decisions')
          .set({ undone_at: now })
          .where('id', '=', id)
          .where('application_id', '=', applicationId)
          .where('agent_id', '=', agentId)
          .where('undone_at', 'is', null)
          .where('at', '>=', now - undoMs)
          .returning(['event_id', 'attempt', 'claimed_at'])
          .executeTakeFirst();
        if (!undone) return false;
        if (!(await withdrawEvent(tx, undone.event_id))) {
          await tx.updateTable('decisions').set({ undone_at: null }).where('id', '=', id).execute();
          return false;
        }
        await tx
          .updateTable('queue')
          .set({
            status: 'in_review',
            open: 1,
            decided_at: null,
            decided_by: null,
            claimed_by: agentId,
            claimed_at: undone.claimed_at,
            claimed_until: claimUntil,
            changed_at: now,
          })
          .where('application_id', '=', applicationId)
          .execute();
        await tx
          .updateTable('applications')
          .set({ status: 'in_review', comment: null, decided_at: null })
          .where('id', '=', applicationId)
          .execute();
        await appendAudit(tx, mark);
        return true;
      }),
    of: (applicationId) =>
      db
        .selectFrom('decisions')
        .selectAll()
        .where('application_id', '=', applicationId)
        .where('undone_at', 'is', null)
        .orderBy('at', 'desc')
        .execute(),
  };
}
