import { ocrDetails } from '#src/contract/index.ts';
import type { Country } from '#src/countries/types.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import type { Answer } from '../ocr/answer.ts';
import { callUpstream } from '../ocr/call.ts';
import type { FinalAnswer } from '../ocr/client.ts';
import type { Upstream } from '../ocr/upstream.ts';
import { type SecondReading, secondContext } from './stored.ts';

/** Some of the readings are read a second time, by an upstream that costs nothing. */
export interface ShadowSettings {
  /** Share of readings, 0 to 1. */
  readonly share: number;
  readonly upstream: Upstream;
}

/** Images that wait; more are dropped, so that a slow second reader holds no memory. */
const MAX_WAITING = 4;
/** Nobody waits for it, ms. */
const TIMEOUT_MS = 30_000;

interface Given {
  readonly readingId: string;
  /** The data key of the reading's session. */
  readonly key: CryptoKey;
  readonly country: Country;
  readonly image: Bytes;
  readonly imageHash: string;
  /** Whose answer the person was given, and what it was. */
  readonly upstream: string;
  readonly answer: FinalAnswer;
}

/** What each field was read as. */
function valuesOf(country: Country, answer: Extract<Answer, { kind: 'read' }>): ReadonlyMap<string, string> {
  const details = ocrDetails.safeParse(answer.details);
  const fields = country.prefill(answer.message, details.success ? details.data : null);
  return new Map(Object.entries(fields).map(([name, field]) => [name, field.value]));
}

/** The fields that the two read otherwise, in the order of their names; one that only one of them can give is none. */
function differences(country: Country, one: Answer, other: Answer | null): SecondReading['fields'] {
  if (one.kind !== 'read' || other?.kind !== 'read') return {};
  const its = valuesOf(country, other);
  const fields: SecondReading['fields'] = {};
  for (const [name, first] of [...valuesOf(country, one)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const second = its.get(name);
    if (second !== undefined && second !== first) fields[name] = { first, second };
  }
  return fields;
}

/**
 * Reads sampled images again after their answer was given, one at a time, and notes the names of the fields that
 * differ; how they differ is sealed with the reading's own key, for the console. It is no call of the meter: it never
 * goes to an upstream that charges, and what it fails at is dropped.
 */
export function createShadow({
  store,
  clock,
  log,
  shadow,
}: Pick<EdgeDeps, 'store' | 'clock' | 'log' | 'shadow'>) {
  const waiting: Given[] = [];
  let running = false;

  const compare = async ({ upstream: second }: ShadowSettings, given: Given): Promise<void> => {
    const { country, image, imageHash, upstream, answer, readingId, key } = given;
    const started = performance.now();
    const result = await callUpstream(second, country, image, TIMEOUT_MS, imageHash);
    const other = result.kind === 'answered' ? result.answer : null;
    const fields = differences(country, answer, other);
    const differs = Object.keys(fields);
    const found: SecondReading = { reader: second.name, fields };
    await store.shadow.add({
      id: crypto.randomUUID(),
      at: clock.now(),
      country: country.code,
      upstream,
      outcome: answer.kind,
      shadow: second.name,
      shadow_outcome: other?.kind ?? 'failed',
      differs: JSON.stringify(differs),
      reading_id: readingId,
      sealed: differs.length > 0 ? await sealJson(key, secondContext(readingId), found) : null,
      ms: Math.round(performance.now() - started),
    });
  };

  const drain = async (settings: ShadowSettings): Promise<void> => {
    if (running) return;
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await compare(settings, next);
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'shadow reading failed');
      }
    }
    running = false;
  };

  /** @returns the work that is still to be done, which nobody has to wait for; null without any. */
  return (given: Given): Promise<void> | null => {
    if (!shadow || given.upstream === shadow.upstream.name) return null;
    if (waiting.length >= MAX_WAITING || Math.random() >= shadow.share) return null;
    waiting.push(given);
    return drain(shadow);
  };
}
