import type { Kysely, RawBuilder } from 'kysely';
import type { Dialect } from '../schema.ts';

interface StepContext {
  readonly dialect: Dialect;
  /** The column type of bytes. */
  readonly bytes: RawBuilder<unknown>;
}

/** One change of the schema, for every database. What was released is never edited. */
export type MigrationStep = (context: StepContext) => { up(db: Kysely<unknown>): Promise<void> };
