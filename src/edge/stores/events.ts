import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Mode } from '#src/contract/partner/index.ts';
import type { ApplicationRow } from './applications.ts';
import type { Database, EventTable } from './schema.ts';

export type EventRow = Selectable<EventTable>;

/** Whose an event is and what it is about, for who is told of it after that is gone. No personal data. */
export interface EventAbout {
  readonly partner: string;
  readonly mode: Mode;
  readonly reference: string | null;
  readonly application: {
    readonly id: string;
    readonly reference: string;
    readonly country: string;
    readonly status: ApplicationRow['status'];
  } | null;
}

export interface NewEvent extends Omit<EventRow, 'id' | 'about'> {
  /** When others are told; until then `withdrawEvent` can take it back. */
  readonly tellAt: number;
}

/** From the application where there is one: its session does not live as long. */
async function aboutOf(
  tx: Transaction<Database>,
  { session_id, application_id }: Pick<NewEvent, 'session_id' | 'application_id'>,
): Promise<string | null> {
  const application = application_id
    ? await tx
        .selectFrom('applications')
        .select(['id', 'reference', 'country', 'status', 'partner_id', 'mode', 'partner_reference'])
        .where('id', '=', application_id)
        .executeTakeFirst()
    : undefined;
  const of =
    application ??
    (await tx
      .selectFrom('sessions')
      .select(['partner_id', 'mode', 'partner_reference'])
      .where('id', '=', session_id)
      .executeTakeFirst());
  if (!of?.partner_id || !of.mode) return null;
  const about: EventAbout = {
    partner: of.partner_id,
    mode: of.mode,
    reference: of.partner_reference,
    application: application
      ? {
          id: application.id,
          reference: application.reference,
          country: application.country,
          status: application.status,
        }
      : null,
  };
  return JSON.stringify(about);
}

/** Writes an event inside the transaction of the change that it tells of. @returns its id. */
export async function appendEvent(
  tx: Transaction<Database>,
  { tellAt, ...event }: NewEvent,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx
    .insertInto('events')
    .values({ id, ...event, about: await aboutOf(tx, event) })
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
  /** Of one application, oldest first: those that others are told of by `now`. */
  readonly ofApplication: (id: string, now: number) => Promise<readonly EventRow[]>;
  /** Queues one notice for each listener, once, however often it is called. */
  readonly fanOut: (id: string, listeners: readonly string[], now: number) => Promise<void>;
}

export function sqlEvents(db: Kysely<Database>): EventStore {
  return {
    find: async (id) =>
      (await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    ofApplication: (id, now) =>
      db
        .selectFrom('events')
        .selectAll()
        .where('application_id', '=', id)
        // What can still be taken back has not happened yet.
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('due')
                .select('subject')
                .where('kind', '=', 'event')
                .whereRef('subject', '=', 'events.id')
                .where('due_at', '>', now),
            ),
          ),
        )
        .orderBy('at')
        .execute(),
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
