import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { openPool, postgresStore } from '../stores/postgres.ts';
import type { Store } from '../stores/store.ts';
import type { EventContext, Hyperdrive } from './platform.ts';

/** A worker may have six connections open at once; some are for the image store and the upstream. */
const CONNECTIONS = 3;

interface Event {
  readonly url: string;
  pool: pg.Pool | null;
  /** Connections asked for and not given yet. */
  readonly asked: Set<Promise<unknown>>;
}

export interface EventStore {
  readonly store: Store;
  /**
   * Does `work` with connections of its own. They are closed once it has ended, and it is let end: whoever has
   * asked may have hung up, but a reading under way is paid for.
   */
  readonly during: <T>(hyperdrive: Hyperdrive, context: EventContext, work: () => Promise<T>) => Promise<T>;
}

/**
 * The store through Hyperdrive. A socket belongs to the event that has opened it and to no other, so each event
 * has connections of its own; they lead to the pool of the platform and are cheap. Everything else of the worker
 * is made once and serves all events.
 */
export function eventStore(): EventStore {
  const events = new AsyncLocalStorage<Event>();
  const pool: PostgresPool = {
    connect: () => {
      const event = events.getStore();
      if (!event) throw new Error('The database was asked outside of any event');
      event.pool ??= openPool(event.url, CONNECTIONS, true);
      const connection = event.pool.connect();
      event.asked.add(connection);
      const given = () => void event.asked.delete(connection);
      connection.then(given, given);
      return connection;
    },
    // Ended with their events.
    end: async () => {},
    options: {},
  };
  return {
    store: postgresStore(pool),
    during: (hyperdrive, context, work) => {
      const event: Event = { url: hyperdrive.connectionString, pool: null, asked: new Set() };
      const done = events.run(event, work);
      const close = async () => {
        const { pool: opened } = event;
        // What still streams to the client and asks once more opens another.
        event.pool = null;
        // A pool that ends forgets whom it has promised a connection; those it has given one are waited for.
        await Promise.allSettled(event.asked);
        await opened?.end();
      };
      context.waitUntil(done.then(close, close));
      return done;
    },
  };
}
