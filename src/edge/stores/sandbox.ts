import type { Kysely, Selectable } from 'kysely';
import { hex, randomBytes } from '../crypto/bytes.ts';
import type { Database } from './schema.ts';
import type { SandboxEventTable } from './schema-partners.ts';

type SandboxEventRow = Selectable<SandboxEventTable>;

export interface SandboxStore {
  readonly append: (partnerId: string, at: number, body: string) => Promise<void>;
  /** What came after the line with this id, oldest first. */
  readonly after: (partnerId: string, id: string, limit: number) => Promise<readonly SandboxEventRow[]>;
}

/** Lines of one millisecond stay in order. */
let count = 0;
const COUNTS = 36 ** 4;

/** Time in base 36 sorts as text does; eleven digits last until the year 6 million. */
const idAt = (at: number): string => {
  count = (count + 1) % COUNTS;
  return at.toString(36).padStart(11, '0') + count.toString(36).padStart(4, '0') + hex(randomBytes(4));
};

export function sqlSandbox(db: Kysely<Database>): SandboxStore {
  return {
    append: async (partner_id, at, body) => {
      await db
        .insertInto('sandbox_events')
        .values({ id: idAt(at), partner_id, at, body })
        .execute();
    },
    after: (partnerId, id, limit) =>
      db
        .selectFrom('sandbox_events')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute(),
  };
}
