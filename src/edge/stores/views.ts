import type { Kysely, Selectable } from 'kysely';
import type { Database } from './schema.ts';
import type { SavedViewTable } from './schema-console.ts';

export type SavedViewRow = Selectable<SavedViewTable>;

export interface ViewStore {
  /** An agent's own, and those that everyone sees. */
  readonly of: (agentId: string) => Promise<readonly SavedViewRow[]>;
  readonly add: (row: SavedViewRow) => Promise<void>;
  /** @param agentId its owner; null: whoever's. */
  readonly remove: (id: string, agentId: string | null) => Promise<boolean>;
}

export function sqlViews(db: Kysely<Database>): ViewStore {
  return {
    of: (agentId) =>
      db
        .selectFrom('saved_views')
        .selectAll()
        .where((eb) => eb.or([eb('agent_id', '=', agentId), eb('shared', '=', 1)]))
        .orderBy('created_at')
        .execute(),
    add: async (row) => {
      await db.insertInto('saved_views').values(row).execute();
    },
    remove: async (id, agentId) => {
      const gone = await db
        .deleteFrom('saved_views')
        .where('id', '=', id)
        .$if(agentId !== null, (qb) => qb.where('agent_id', '=', agentId ?? ''))
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
