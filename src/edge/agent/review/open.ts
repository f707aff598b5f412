import type { Decision, Duplicate, Review, ReviewField, ReviewFinding } from '#src/contract/agent/index.ts';
import { UNDO_MS } from '#src/contract/agent/index.ts';
import type { ReadField } from '#src/contract/index.ts';
import type { Country, Values } from '#src/countries/types.ts';
import { openSealed } from '../../applications/record.ts';
import { todaysOnEarth } from '../../applications/today.ts';
import { text } from '../../crypto/bytes.ts';
import { open, openJson } from '../../crypto/seal.ts';
import { iso } from '../../iso.ts';
import { loadCountry } from '../../offered.ts';
import { HttpProblem } from '../../problem.ts';
import { openReading } from '../../readings/read-card.ts';
import { secondContext, secondReading } from '../../readings/stored.ts';
import type { DecisionRow } from '../../stores/decisions.ts';
import { byAgent, type Desk } from '../desk.ts';
import { shownLines } from '../queue/lines.ts';
import { type DecisionWords, decisionContext, decisionWords } from './words.ts';

/** What the sealed value of a correction is bound to. */
export const correctionContext = (id: string, field: string): string => `correction:${id}:${field}`;

/** What the country's checks say of values, on every date that is today somewhere. */
export function findingsOf(
  country: Country,
  values: Values,
  read: Readonly<Record<string, ReadField>> | null,
  confirmed: readonly string[],
  now: number,
): ReviewFinding[] {
  const found = new Map<string, ReviewFinding>();
  for (const today of todaysOnEarth(now))
    for (const check of country.checks)
      for (const finding of check(values, { today, read })) {
        const id = `${finding.field}:${finding.code}`;
        found.set(id, {
          field: finding.field,
          code: finding.code,
          level: finding.level,
          message: finding.message,
          ...(finding.params && { params: { ...finding.params } }),
          confirmed: confirmed.includes(id),
        });
      }
  return [...found.values()];
}

async function decisionsOf(
  desk: Desk,
  id: string,
  key: CryptoKey,
  nameOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Decision[]> {
  const rows = await desk.deps.store.decisions.of(id);
  const names = await nameOf(rows.map(({ agent_id }) => agent_id));
  const wordsOf = async ({ id: decision, sealed }: DecisionRow): Promise<DecisionWords> =>
    sealed
      ? decisionWords.parse(await openJson(key, decisionContext(decision), sealed))
      : { comment: null, note: null };
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      kind: row.kind,
      reasons: JSON.parse(row.reasons) as string[],
      ...(await wordsOf(row)),
      by: { id: row.agent_id, name: names.get(row.agent_id) ?? '' },
      at: iso(row.at),
      attempt: row.attempt,
      undoUntil: iso(row.at + UNDO_MS),
    })),
  );
}

async function duplicatesOf(desk: Desk, id: string): Promise<Duplicate[]> {
  const found = new Map<string, Duplicate>();
  for (const row of await desk.deps.store.reviews.duplicates(id)) {
    const known = found.get(row.application_id);
    const same = [...(known?.same ?? []), row.kind as Duplicate['same'][number]];
    const { reference, country, status, submitted_at } = row;
    found.set(row.application_id, {
      id: row.application_id,
      reference,
      country,
      status,
      submittedAt: iso(submitted_at),
      same,
    });
  }
  return [...found.values()];
}

/**
 * Everything of an application, opened for an agent; that it was opened is written down first.
 * @throws HttpProblem not_found.
 */
export async function openReview(desk: Desk, id: string, agentId: string): Promise<Review> {
  const { store, keys, countries, clock } = desk.deps;
  const [row, line] = await Promise.all([store.applications.find(id), store.queue.find(id)]);
  if (!row || !line) throw new HttpProblem('not_found');
  await desk.record(id, 'application.viewed', byAgent(agentId));
  const key = await keys.openDataKey(row.data_key);
  const recordOf = (sealed: Uint8Array) => openSealed(key, id, sealed);
  const [record, attempts, corrections, country] = await Promise.all([
    recordOf(row.sealed),
    store.reviews.attempts(id),
    store.reviews.corrections(id),
    loadCountry(countries, row.country),
  ]);
  const reading = record.readingId === null ? null : await store.reviews.reading(id, record.readingId);
  const reply = reading ? (await openReading(key, reading))?.reply : undefined;
  const read = reply?.outcome === 'read' ? reply : null;
  const shadow = reading && (await store.shadow.second(reading.id));
  const second =
    reading && shadow ? secondReading.parse(await openJson(key, secondContext(reading.id), shadow)) : null;
  const earlier = await Promise.all(
    attempts.map(async (attempt) => ({ attempt, record: await recordOf(attempt.sealed) })),
  );
  const before = earlier.at(-1)?.record.fields;
  const names = await store.agents.names(corrections.map(({ agent_id }) => agent_id));
  const corrected = new Map(
    await Promise.all(
      corrections.map(async ({ field, sealed, agent_id, at }) => {
        const value = text(await open(key, correctionContext(id, field), sealed));
        const by = { id: agent_id, name: names.get(agent_id) ?? '' };
        return [field, { value, by, at: iso(at) }] as const;
      }),
    ),
  );
  const fields = Object.fromEntries(
    Object.entries(record.fields).map(([name, field]): [string, ReviewField] => {
      const seen = read?.fields[name];
      const past = before?.[name]?.value;
      return [
        name,
        {
          ...field,
          doubtful: seen?.doubtful ?? false,
          quad: seen?.quad ?? null,
          alternatives: seen?.alternatives ?? [],
          correction: corrected.get(name) ?? null,
          before: past === undefined || past === field.value ? null : past,
        },
      ];
    }),
  );
  const values = Object.fromEntries(
    Object.entries(fields).map(([name, { value, correction }]) => [name, correction?.value ?? value]),
  );
  const [shown] = await shownLines(desk, [line], agentId);
  const [decisions, duplicates] = await Promise.all([
    decisionsOf(desk, id, key, store.agents.names),
    duplicatesOf(desk, id),
  ]);
  return {
    id,
    reference: row.reference,
    country: row.country,
    status: line.status,
    submittedAt: iso(line.submitted_at),
    dueAt: iso(line.submitted_at + desk.settings.slaMs),
    attempt: line.attempt,
    locale: record.locale,
    consent: { version: record.consent.version, acceptedAt: record.consent.acceptedAt },
    claim: shown?.claim ?? null,
    fields,
    findings: findingsOf(country, values, read?.fields ?? null, record.confirmedWarnings, clock.now()),
    document: read?.document ?? null,
    card: read?.card ?? null,
    image: reading?.image_type
      ? { width: read?.image?.width ?? 0, height: read?.image?.height ?? 0, type: reading.image_type }
      : null,
    warnings: [...(read?.warnings ?? [])],
    second,
    duplicates,
    decisions,
    earlier: earlier.map(({ attempt, record: past }) => ({
      attempt: attempt.attempt,
      submittedAt: iso(attempt.submitted_at),
      hasImage: past.readingId !== null,
    })),
  };
}
