import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { applicationContext } from '#src/edge/applications/record.ts';
import { createKeyring } from '#src/edge/crypto/keyring.ts';
import { openJson } from '#src/edge/crypto/seal.ts';
import { readingContext } from '#src/edge/readings/stored.ts';
import { standsIn } from '#src/edge/testing/stands-in.ts';

/** Shorter ones ("M", "my") stand in any log. */
const MIN_LENGTH = 4;
/** Names of codes of ours beside the values: outcomes, sources, places in the schema. */
const OURS = new Set([
  'read',
  'typed',
  'edited',
  'photo',
  'MyKad',
  'ocr',
  'none',
  'Pakistan',
  'not_card',
  'unreadable',
]);

interface Row {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly data_key: Uint8Array;
}

/** Every `value` of a stored form or reading, and every field of the upstream's own message. */
function* valuesIn(json: unknown, key = ''): Generator<string> {
  if (typeof json === 'string') {
    if (['value', 'alternatives', 'message'].includes(key)) yield json;
  } else if (Array.isArray(json)) for (const each of json) yield* valuesIn(each, key);
  else if (json && typeof json === 'object')
    for (const [name, each] of Object.entries(json))
      yield* valuesIn(each, key === 'message' || key === 'values' ? 'message' : name);
}

/** Sealed rows that this database has, with their keys; a server that never started has no tables. */
function sealedRows(db: DatabaseSync): { readings: Row[]; applications: Row[]; drafts: Row[] } {
  const all = (sql: string) => {
    try {
      return db.prepare(sql).all() as unknown as Row[];
    } catch {
      return [];
    }
  };
  const from = (table: string) =>
    `select t.${table === 'drafts' ? 'session_id as id' : 'id'}, t.sealed, s.data_key from ${table} t
     join sessions s on s.id = t.session_id where t.sealed is not null`;
  return {
    readings: all(from('readings')),
    drafts: all(from('drafts')),
    applications: all('select id, sealed, data_key from applications'),
  };
}

/**
 * What a server was told by people or read from cards and has printed nevertheless: every field's value in its
 * database is looked for in its output. @returns names of where they come from, never the values.
 */
export async function leaksIn(output: string, dataDir: string, secretKey?: string): Promise<string[]> {
  const [file, secretFile] = [join(dataDir, 'kenal.sqlite'), join(dataDir, 'secret.key')];
  if (!existsSync(file)) return [];
  const secret = secretKey ?? (existsSync(secretFile) ? readFileSync(secretFile, 'utf8').trim() : null);
  if (!secret) return [];
  const keys = await createKeyring(secret);
  const db = new DatabaseSync(file, { readOnly: true });
  const leaks = new Set<string>();
  try {
    const contexts = {
      readings: readingContext,
      applications: applicationContext,
      drafts: (id: string) => `draft:${id}`,
    };
    const rows = sealedRows(db);
    for (const table of ['readings', 'applications', 'drafts'] as const)
      for (const { id, sealed, data_key } of rows[table]) {
        const record = await openJson(await keys.openDataKey(data_key), contexts[table](id), sealed);
        for (const value of valuesIn(record))
          if (value.length >= MIN_LENGTH && !OURS.has(value) && standsIn(value, output)) leaks.add(table);
      }
  } finally {
    db.close();
  }
  // Secrets of links and tokens: the one behind `#`, the other a JWT.
  if (/\/status\/[\w-]+#/.test(output)) leaks.add('status links');
  if (/\beyJ[\w-]+\.[\w-]+\.[\w-]+/.test(output)) leaks.add('tokens');
  return [...leaks];
}
