import type { ApplicationReceipt } from '#src/contract/index.ts';
import { text } from '../crypto/bytes.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { open } from '../crypto/seal.ts';
import type { ApplicationRow } from '../stores/applications.ts';
import { type ApplicationRecord, commentContext, openSealed } from './record.ts';
import { shownOf } from './shown.ts';

/** What an application says, opened by its own key. */
export const openRecord = async (keys: Keyring, row: ApplicationRow): Promise<ApplicationRecord> =>
  openSealed(await keys.openDataKey(row.data_key), row.id, row.sealed);

/** An agent's words to the customer; null if there are none. */
export async function openComment(
  keys: Keyring,
  { id, data_key, comment }: ApplicationRow,
): Promise<string | null> {
  return comment && text(await open(await keys.openDataKey(data_key), commentContext(id), comment));
}

/** What the customer takes home of it. */
export const receiptOf = (
  row: ApplicationRow,
  { statusSecret }: ApplicationRecord,
  now: number,
): ApplicationReceipt => ({
  id: row.id,
  reference: row.reference,
  status: shownOf(row, now).status,
  submittedAt: new Date(row.submitted_at).toISOString(),
  statusPath: `/status/${row.id}#${statusSecret}`,
});
