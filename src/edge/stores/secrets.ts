import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { SecretTable } from './schema-agents.ts';

type SecretRow = Selectable<SecretTable>;

export interface SecretStore {
  readonly find: (id: string) => Promise<SecretRow | null>;
  /** Stores it unless there is one already. @returns what is there then. */
  readonly keep: (row: SecretRow) => Promise<SecretRow>;
}

export function sqlSecrets(db: Kysely<Database>): SecretStore {
  const of = (id: string) => db.selectFrom('secrets').selectAll().where('id', '=', id);
  return {
    find: async (id) => (await of(id).executeTakeFirst()) ?? null,
    keep: async (row) => {
      await db
        .insertInto('secrets')
        .values(row)
        .onConflict((oc) => oc.column('id').doNothing())
        .execute();
      return of(row.id).executeTakeFirstOrThrow();
    },
  };
}
