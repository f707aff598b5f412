import type { QueueItem, QueuePage } from '#src/contract/agent/index.ts';
import { iso } from '../../iso.ts';
import { HttpProblem } from '../../problem.ts';
import type { QueueCursor, QueueRow } from '../../stores/queue-rows.ts';
import type { Desk } from '../desk.ts';

/** Lines of the queue as an agent sees them. */
export async function shownLines(
  { deps, settings }: Desk,
  rows: readonly QueueRow[],
  agentId: string,
): Promise<QueueItem[]> {
  const now = deps.clock.now();
  const people = rows.flatMap(({ claimed_by, claimed_until, decided_by }) => [
    ...(claimed_by !== null && claimed_until > now ? [claimed_by] : []),
    ...(decided_by === null ? [] : [decided_by]),
  ]);
  const names = await deps.store.agents.names(people);
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return rows.map((row) => ({
    id: row.application_id,
    reference: row.reference,
    country: row.country,
    status: row.status,
    submittedAt: iso(row.submitted_at),
    dueAt: iso(row.submitted_at + settings.slaMs),
    doubts: row.doubts,
    duplicates: row.duplicates,
    attempt: row.attempt,
    hasImage: row.has_image === 1,
    claim:
      row.claimed_by !== null && row.claimed_until > now
        ? { agent: person(row.claimed_by), until: iso(row.claimed_until), mine: row.claimed_by === agentId }
        : null,
    decidedAt: row.decided_at === null ? null : iso(row.decided_at),
    decidedBy: row.decided_by === null ? null : person(row.decided_by),
  }));
}

/** A page of lines, of which one more was asked for than is shown. */
export async function shownPage(
  desk: Desk,
  rows: readonly QueueRow[],
  limit: number,
  agentId: string,
): Promise<QueuePage> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await shownLines(desk, page, agentId),
    next: rows.length > limit && last ? `${last.submitted_at}~${last.application_id}` : null,
  };
}

/** @throws HttpProblem invalid_request. */
export function cursorOf(text: string | undefined): QueueCursor | null {
  if (text === undefined) return null;
  const [at, id] = text.split('~');
  if (!id || !/^\d{1,15}$/.test(at ?? ''))
    throw new HttpProblem('invalid_request', { detail: 'Not a cursor' });
  return [Number(at), id];
}
