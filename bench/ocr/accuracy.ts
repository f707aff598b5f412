import { type FieldDetail, failure } from '#src/contract/index.ts';
import type { Engine, OcrReply } from '#src/engine/index.ts';
import type { Sample } from './sample.ts';

/** One field of one card: what was printed, what came back, how sure. A refused card's fields are all wrong. */
export interface FieldOutcome {
  readonly id: string;
  readonly country: string;
  readonly level: string;
  readonly field: string;
  readonly want: string;
  readonly got: string | null;
  readonly detail: FieldDetail | null;
}

interface CardOutcome {
  readonly id: string;
  readonly country: string;
  readonly level: string;
  readonly kind: string;
  readonly isCard: boolean;
  readonly reply: OcrReply;
  readonly medium: Sample['medium'] | null;
}

export interface Outcomes {
  readonly cards: CardOutcome[];
  readonly fields: FieldOutcome[];
}

/** Reads every sample, `parallel` at a time, with details. */
export async function readAll(
  engine: Engine,
  samples: AsyncIterable<Sample>,
  parallel: number,
  progress: (done: number) => void,
): Promise<Outcomes> {
  const outcomes: Outcomes = { cards: [], fields: [] };
  const pending = new Set<Promise<void>>();
  for await (const sample of samples) {
    const task = readOne(engine, sample, outcomes).then(() => {
      pending.delete(task);
      progress(outcomes.cards.length);
    });
    pending.add(task);
    if (pending.size >= parallel) await Promise.race(pending);
  }
  await Promise.all(pending);
  return outcomes;
}

async function readOne(engine: Engine, sample: Sample, { cards, fields }: Outcomes): Promise<void> {
  const { id, country, level, kind, message, medium = null } = sample;
  const reply = await engine
    .read(country, sample.bytes, { details: true })
    .catch((): OcrReply => failure('INNER_ERROR'));
  cards.push({ id, country, level, kind, isCard: message !== null, reply, medium });
  for (const [field, want] of Object.entries(message ?? {})) {
    const got = reply.status === 'OK' ? (reply.message[field] ?? null) : null;
    const detail = reply.status === 'OK' ? (reply.details?.fields[field] ?? null) : null;
    fields.push({ id, country, level, field, want, got, detail });
  }
}
