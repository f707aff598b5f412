import type { Kysely, Selectable } from 'kysely';
import type { Database, OcrCallTable } from './schema.ts';

type OcrCallRow = Selectable<OcrCallTable>;

/** What a call came to. */
export interface CallEnd extends Pick<OcrCallRow, 'id' | 'status' | 'charge'> {
  readonly ms: number;
}

export interface MeterStore {
  /** Written before the call is sent, as `unknown`: a process that dies meanwhile leaves the truth behind. */
  readonly begin: (call: Omit<OcrCallRow, 'status' | 'charge' | 'ms'>) => Promise<void>;
  /** A call that another one follows; the last one ends with its reading. */
  readonly end: (call: CallEnd) => Promise<void>;
  readonly all: () => Promise<readonly OcrCallRow[]>;
}

export async function endCall(db: Kysely<Database>, { id, status, charge, ms }: CallEnd): Promise<void> {
  await db
    .updateTable('ocr_calls')
    .set({ status, charge, ms: Math.round(ms) })
    .where('id', '=', id)
    .execute();
}

export function sqlMeter(db: Kysely<Database>): MeterStore {
  return {
    begin: async (call) => {
      await db
        .insertInto('ocr_calls')
        .values({ ...call, status: null, charge: 'unknown', ms: null })
        .execute();
    },
    end: (call) => endCall(db, call),
    all: () => db.selectFrom('ocr_calls').selectAll().orderBy('at').execute(),
  };
}
