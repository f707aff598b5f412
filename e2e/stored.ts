import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoredField } from '#src/contract/index.ts';
import { type ApplicationRecord, openSealed } from '#src/edge/applications/record.ts';
import { createKeyring } from '#src/edge/crypto/keyring.ts';

export interface StoredApplication {
  readonly country: string;
  readonly status: string;
  readonly record: ApplicationRecord;
  readonly fields: Readonly<Record<string, StoredField>>;
}

/** The row of this reference in a server's database, opened with the deployment's secret. */
export async function storedApplication(dataDir: string, reference: string): Promise<StoredApplication> {
  const db = new DatabaseSync(join(dataDir, 'kenal.sqlite'), { readOnly: true });
  try {
    const row = db
      .prepare('select id, country, status, sealed, data_key from applications where reference = ?')
      .get(reference) as
      | { id: string; country: string; status: string; sealed: Uint8Array; data_key: Uint8Array }
      | undefined;
    if (!row) throw new Error(`no application ${reference}`);
    const keys = await createKeyring(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim());
    const key = await keys.openDataKey(row.data_key);
    const record = await openSealed(key, row.id, row.sealed);
    return { country: row.country, status: row.status, record, fields: record.fields };
  } finally {
    db.close();
  }
}

/** How many rows a table has. */
export function countRows(dataDir: string, table: 'applications' | 'drafts' | 'readings'): number {
  const db = new DatabaseSync(join(dataDir, 'kenal.sqlite'), { readOnly: true });
  try {
    return Number((db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n);
  } finally {
    db.close();
  }
}

/** How many applications there are. */
export const countApplications = (dataDir: string): number => countRows(dataDir, 'applications');
