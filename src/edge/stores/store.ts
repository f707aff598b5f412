import { type Kysely, sql } from 'kysely';
import { type ApplicationStore, sqlApplications } from './applications.ts';
import { type DraftStore, sqlDrafts } from './drafts.ts';
import { type MeterStore, sqlMeter } from './meter.ts';
import { migrate } from './migrations.ts';
import { type ReadingStore, sqlReadings } from './readings.ts';
import type { Database, Dialect } from './schema.ts';
import { type SessionStore, sqlSessions } from './sessions.ts';

/** All that the edge remembers, apart from images. Each method is one transaction of guarded statements. */
export interface Store {
  readonly sessions: SessionStore;
  readonly readings: ReadingStore;
  readonly applications: ApplicationStore;
  readonly drafts: DraftStore;
  readonly meter: MeterStore;
  readonly migrate: () => Promise<void>;
  /** Answers if the database does. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The store over any database that Kysely speaks to. */
export function createStore(db: Kysely<Database>, dialect: Dialect): Store {
  return {
    sessions: sqlSessions(db),
    readings: sqlReadings(db),
    applications: sqlApplications(db, dialect),
    drafts: sqlDrafts(db),
    meter: sqlMeter(db),
    migrate: () => migrate(db, dialect),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}
