import type { Kysely, Selectable } from 'kysely';
import type { OcrStatus } from '#src/contract/index.ts';
import type { Charge, Database, OcrCallTable } from './schema.ts';

type OcrCallRow = Selectable<OcrCallTable>;

export interface MeterStore {
  /** Written before the call is sent, as `unknown`: a process that dies meanwhile leaves the truth behind. */
  readonly begin: (call: Omit<OcrCallRow, 'status' | 'charge' | 'ms'>) => Promise<void>;
  readonly end: (id: string, status: OcrStatus | null, charge: Charge, ms: number) => Promise<void>;
  readonly all: () => Promise<readonly OcrCallRow[]>;
}

export function sqlMeter(db: Kysely<Database>): MeterStore {
  return {
    begin: async (call) => {
      await db
        .insertInto('ocr_calls')
        .values({ ...call, status: null, charge: 'unknown', ms: null })
        .execute();
    },
    end: async (id, status, charge, ms) => {
      await db
        .updateTable('ocr_calls')
        .set({ status, charge, ms: Math.round(ms) })
        .where('id', '=', id)
        .execute();
    },
    all: () => db.selectFrom('ocr_calls').selectAll().orderBy('at').execute(),
  };
}
