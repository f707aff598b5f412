import { type Kysely, sql } from 'kysely';
import type { Mode } from '#src/contract/partner/index.ts';
import type { ApplicationRow } from './applications.ts';
import type { Database } from './schema.ts';

interface Page {
  readonly limit: number;
  /** The last row of the page before. */
  readonly before?: Pick<ApplicationRow, 'submitted_at' | 'id'> | null;
  /** Decisions made after it can still be taken back: such an application counts as in review, ms. */
  readonly settledBy: number;
  readonly status?: ApplicationRow['status'] | undefined;
  readonly reference?: string | undefined;
}

/** What a partner sees of applications: its own, of its key's mode. */
export interface PartnerApplicationStore {
  readonly find: (partnerId: string, mode: Mode, id: string) => Promise<ApplicationRow | null>;
  /** Newest first. */
  readonly list: (partnerId: string, mode: Mode, page: Page) => Promise<readonly ApplicationRow[]>;
  /** The image that an application holds. */
  readonly image: (applicationId: string) => Promise<{ id: string; image_type: string } | null>;
}

export function sqlPartnerApplications(db: Kysely<Database>): PartnerApplicationStore {
  return {
    find: async (partnerId, mode, id) =>
      (await db
        .selectFrom('applications')
        .selectAll()
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .where('mode', '=', mode)
        .executeTakeFirst()) ?? null,
    list: (partnerId, mode, { limit, before, settledBy, status, reference }) => {
      let rows = db
        .selectFrom('applications')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('mode', '=', mode);
      if (status)
        rows = rows.where((eb) => {
          const open = eb('decided_at', '>', settledBy);
          const shown = eb.and([
            eb('status', '=', status),
            eb.or([eb('decided_at', 'is', null), eb('decided_at', '<=', settledBy)]),
          ]);
          return status === 'in_review' ? eb.or([shown, open]) : shown;
        });
      if (reference) rows = rows.where('partner_reference', '=', reference);
      if (before)
        rows = rows.where(sql<boolean>`(submitted_at, id) < (${before.submitted_at}, ${before.id})`);
      return rows.orderBy('submitted_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },
    image: async (applicationId) => {
      const row = await db
        .selectFrom('readings')
        .select(['id', 'image_type'])
        .where('application_id', '=', applicationId)
        .executeTakeFirst();
      return row?.image_type ? { id: row.id, image_type: row.image_type } : null;
    },
  };
}
