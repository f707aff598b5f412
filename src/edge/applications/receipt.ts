import type { ApplicationReceipt } from '#src/contract/index.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { openJson } from '../crypto/seal.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import { type ApplicationRecord, applicationContext, applicationRecord } from './record.ts';

/** What an application says, opened by its own key. */
export async function openRecord(keys: Keyring, row: ApplicationRow): Promise<ApplicationRecord> {
  const key = await keys.openDataKey(row.data_key);
  return applicationRecord.parse(await openJson(key, applicationContext(row.id), row.sealed));
}

/** What the customer takes home of it. */
export const receiptOf = (row: ApplicationRow, { statusSecret }: ApplicationRecord): ApplicationReceipt => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  submittedAt: new Date(row.submitted_at).toISOString(),
  statusPath: `/status/${row.id}#${statusSecret}`,
});
