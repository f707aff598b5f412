import { type Kysely, sql } from 'kysely';
import type { HandoffRow } from './handoffs.ts';
import type { Database, Dialect } from './schema.ts';

export interface DraftStore {
  /**
   * @param by whose it is, where a phone goes on with what a desktop has begun.
   * @returns false if the session is gone or has been submitted, or the other device has the turn: then nothing is
   * stored.
   */
  readonly put: (
    sessionId: string,
    sealed: Uint8Array,
    now: number,
    by: HandoffRow['holder'],
  ) => Promise<boolean>;
  readonly get: (sessionId: string) => Promise<Uint8Array | null>;
}

export function sqlDrafts(db: Kysely<Database>, dialect: Dialect): DraftStore {
  const bytes = dialect === 'postgres' ? sql`bytea` : sql`blob`;
  return {
    put: async (sessionId, sealed, now, by) => {
      // One statement: a submission that comes between cannot leave a draft behind, nor a turn that changes be missed.
      const result = await db
        .insertInto('drafts')
        .columns(['session_id', 'sealed', 'updated_at'])
        .expression((eb) =>
          eb
            .selectFrom('sessions')
            .select([
              'id',
              sql<Uint8Array>`cast(${sealed} as ${bytes})`.as('sealed'),
              eb.cast<number>(eb.val(now), 'bigint').as('updated_at'),
            ])
            .where('id', '=', sessionId)
            .where('application_id', 'is', null)
            .where('expires_at', '>', now)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('handoffs')
                    .select('handoffs.id')
                    .where('handoffs.session_id', '=', sessionId)
                    .where('handoffs.state', '=', 'joined')
                    .where('handoffs.holder', '!=', by),
                ),
              ),
            ),
        )
        .onConflict((oc) =>
          oc.column('session_id').doUpdateSet((eb) => ({
            sealed: eb.ref('excluded.sealed'),
            updated_at: eb.ref('excluded.updated_at'),
          })),
        )
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    get: async (sessionId) => {
      const row = await db
        .selectFrom('drafts')
        .select('sealed')
        .where('session_id', '=', sessionId)
        .executeTakeFirst();
      return row?.sealed ?? null;
    },
  };
}
