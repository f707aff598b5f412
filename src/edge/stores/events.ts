import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Database, EventTable } from './schema.ts';

export type EventRow = Selectable<EventTable>;

export interface NewEvent extends Omit<EventRow, 'id'> {
  /** When others are told; until then `withdrawEvent` can take it back. */
  readonly tellAt: number;
}

/** Writes an event inside the transaction of the change that it tells of. @returns its id. */
export async function appendEvent(
  tx: Transaction<Database>,
  { tellAt, ...event }: NewEvent,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('events')
    .values({ id, ...event })
    .execute();
  await tx.insertInto('due').values({ kind: 'event', subject: id, due_at: tellAt }).execute();
  return id;
}

/** Takes back an event that nobody has been told of. @returns false if it is too late. */
export async function withdrawEvent(tx: Transaction<Database>, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('due')
    .where('kind', '=', 'event')
    .where('subject', '=', id)
    // Leased once: somebody may be telling it now.
    .where('attempts', '=', 0)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await tx.deleteFrom('events').where('id', '=', id).execute();
  return true;
}

export interface EventStore {
  readonly find: (id: string) => Promise<EventRow | null>;
  /** Queues one notice for each listener, once, however often it is called. */
  readonly fanOut: (id: string, listeners: readonly string[], now: number) => Promise<void>;
}

export function sqlEvents(db: Kysely<Database>): EventStore {
  return {
    find: async (id) =>
      (await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    fanOut: async (id, listeners, now) => {
      if (listeners.length === 0) return;
      await db
        .insertInto('due')
        .values(listeners.map((name) => ({ kind: 'notice' as const, subject: `${name}:${id}`, due_at: now })))
        .onConflict((oc) => oc.columns(['kind', 'subject']).doNothing())
        .execute();
    },
  };
}
