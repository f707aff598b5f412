import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Dialect } from '../schema.ts';
import { first } from './001-first.ts';
import { events } from './002-events.ts';
import { partners } from './003-partners.ts';
import { agents } from './004-agents.ts';
import { console_ } from './005-console.ts';
import { shadow } from './006-shadow.ts';
import { second } from './007-second.ts';
import { erasure } from './031-erasure.ts';

/** In order. */
const STEPS = {
  '001-first': first,
  '002-events': events,
  '003-partners': partners,
  '004-agents': agents,
  '005-console': console_,
  '006-shadow': shadow,
  '007-second': second,
  '031-erasure': erasure,
};

/**
 * Brings the schema up to date. Safe from several processes at once on Postgres (Kysely takes its lock).
 * @throws the first migration's error.
 */
// biome-ignore lint/suspicious/noExplicitAny: migrations see whatever schema they find
export async function migrate(db: Kysely<any>, dialect: Dialect): Promise<void> {
  const context = { dialect, bytes: dialect === 'postgres' ? sql`bytea` : sql`blob` };
  const migrations = Object.fromEntries(Object.entries(STEPS).map(([name, step]) => [name, step(context)]));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (error) throw error;
}
