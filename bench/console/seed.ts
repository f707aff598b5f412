import { sql } from 'kysely';
import { matchesOf } from '#src/edge/agent/queue/index-application.ts';
import { applicationContext } from '#src/edge/applications/record.ts';
import { newReference } from '#src/edge/applications/reference.ts';
import type { Keyring } from '#src/edge/crypto/keyring.ts';
import { sealJson } from '#src/edge/crypto/seal.ts';
import { createVault } from '#src/edge/crypto/vault.ts';
import type { Store } from '#src/edge/stores/store.ts';
import { MY_VALUES } from '#src/edge/testing/samples.node.ts';

const BATCH = 400;
const MINUTE_MS = 60_000;
const CONSENT = { version: '2026-11', locale: 'en' as const, acceptedAt: '2026-11-22T11:59:00.000Z' };

export interface Seeded {
  readonly id: string;
  readonly reference: string;
  readonly number: string;
  readonly name: string;
}

/** Numbers and names of nobody: each number once, names of 40,000 kinds, so that some come twice. */
function person(i: number): { number: string; name: string } {
  const serial = String(i % 10_000).padStart(4, '0');
  const day = String(1 + (Math.floor(i / 10_000) % 28)).padStart(2, '0');
  return { number: `8001${day}-12-${serial}`, name: `ALI ${(i * 7919) % 40_000} BIN ABU` };
}

/**
 * Fills an empty store with `count` applications as submissions leave them: a third decided, one in ten doubtful,
 * one in fifty double, one a minute back from now. @returns one in a hundred of them.
 */
export async function seed(store: Store, keys: Keyring, count: number): Promise<Seeded[]> {
  const { db } = store.database;
  const vault = createVault(store.secrets, keys);
  const { key, wrapped } = await keys.newDataKey();
  const now = Date.now();
  const sample: Seeded[] = [];
  for (let start = 0; start < count; start += BATCH) {
    const rows = await Promise.all(
      Array.from({ length: Math.min(BATCH, count - start) }, async (_, n) => {
        const i = start + n;
        const id = crypto.randomUUID();
        const reference = newReference();
        const who = person(i);
        const values = { ...MY_VALUES, ...who };
        const fields = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            { value, source: 'ocr', ocr: { value, confidence: 0.99 } },
          ]),
        );
        const record = {
          fields,
          confirmedWarnings: [],
          consent: CONSENT,
          locale: 'en',
          readingId: null,
          statusSecret: 'x'.repeat(43),
          fingerprint: '0'.repeat(64),
        };
        const decided = i % 3 === 0;
        const submitted_at = now - (count - i) * MINUTE_MS;
        const status = decided ? ('approved' as const) : ('submitted' as const);
        if (i % 100 === 0) sample.push({ id, reference, ...who });
        return {
          application: {
            id,
            reference,
            session_id: id,
            idempotency_key: 'seeded-key',
            country: i % 2 === 0 ? 'my' : 'pk',
            status,
            submitted_at,
            data_key: wrapped,
            sealed: await sealJson(key, applicationContext(id), record),
            status_hash: null,
            comment: null,
            decided_at: decided ? submitted_at + MINUTE_MS : null,
          },
          line: {
            application_id: id,
            reference,
            country: i % 2 === 0 ? 'my' : 'pk',
            status,
            open: decided ? 0 : 1,
            submitted_at,
            attempt: i % 25 === 0 ? 2 : 1,
            doubts: i % 10 === 0 ? 2 : 0,
            duplicates: i % 50 === 0 ? 1 : 0,
            has_image: 0,
            claimed_by: null,
            decided_at: decided ? submitted_at + MINUTE_MS : null,
            decided_by: null,
            changed_at: submitted_at,
          },
          matches: await matchesOf(vault, 'my', values, null),
        };
      }),
    );
    await db.transaction().execute(async (tx) => {
      await tx
        .insertInto('applications')
        .values(rows.map(({ application }) => application))
        .execute();
      await tx
        .insertInto('queue')
        .values(rows.map(({ line }) => line))
        .execute();
      const matches = rows.flatMap(({ line, matches: own }) =>
        Object.entries(own).map(([kind, hash]) => ({
          application_id: line.application_id,
          kind: kind as 'number',
          hash,
        })),
      );
      await tx.insertInto('matches').values(matches).execute();
    });
  }
  // A database that has grown to this size has statistics of it; one that was filled in a minute has none.
  if (store.database.dialect === 'postgres') await sql`analyze`.execute(db);
  return sample;
}
