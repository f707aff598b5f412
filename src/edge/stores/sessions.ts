import type { Kysely, Selectable } from 'kysely';
import type { Database, SessionTable } from './schema.ts';

export type SessionRow = Selectable<SessionTable>;

export interface SessionStore {
  readonly create: (row: Pick<SessionRow, 'id' | 'created_at' | 'expires_at' | 'data_key'>) => Promise<void>;
  readonly find: (id: string) => Promise<SessionRow | null>;
}

export function sqlSessions(db: Kysely<Database>): SessionStore {
  return {
    create: async (row) => {
      await db
        .insertInto('sessions')
        .values({ ...row, application_id: null })
        .execute();
    },
    find: async (id) =>
      (await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
  };
}
