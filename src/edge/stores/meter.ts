import type { Kysely, Selectable } from 'kysely';
import { compiled } from './compiled.ts';
import type { Database, OcrCallTable } from './schema.ts';

type OcrCallRow = Selectable<OcrCallTable>;

/** What a call came to. */
export interface CallEnd extends Pick<OcrCallRow, 'id' | 'status' | 'charge'> {
  readonly ms: number;
}

export interface MeterStore {
  /** Written before the call is sent, as `unknown`: a process that dies meanwhile leaves the truth behind. */
  readonly begin: (call: NewCall) => Promise<void>;
  /** A call that another one follows; the last one ends with its reading. */
  readonly end: (call: CallEnd) => Promise<void>;
  readonly all: () => Promise<readonly OcrCallRow[]>;
}

type NewCall = Omit<OcrCallRow, 'status' | 'charge' | 'ms'>;

const insertCall = compiled((db, call: NewCall) =>
  db.insertInto('ocr_calls').values({
    id: call.id,
    at: call.at,
    session_id: call.session_id,
    country: call.country,
    upstream: call.upstream,
    image_hash: call.image_hash,
    status: null,
    charge: 'unknown',
    ms: null,
  }),
);

const updateCall = compiled((db, { id, status, charge, ms }: CallEnd) =>
  db.updateTable('ocr_calls').set({ status, charge, ms }).where('id', '=', id),
);

export async function endCall(db: Kysely<Database>, call: CallEnd): Promise<void> {
  await updateCall(db, { ...call, ms: Math.round(call.ms) });
}

export function sqlMeter(db: Kysely<Database>): MeterStore {
  return {
    begin: async (call) => {
      await insertCall(db, call);
    },
    end: (call) => endCall(db, call),
    all: () => db.selectFrom('ocr_calls').selectAll().orderBy('at').execute(),
  };
}
