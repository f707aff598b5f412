import type { Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** Rows in one statement: far below what either database takes. */
const BATCH = 500;

/** Makes images due for erasure: the rows go with the transaction, the files after it, come what may. */
export async function eraseImagesAfter(
  tx: Transaction<Database>,
  ids: readonly string[],
  now: number,
): Promise<void> {
  for (let i = 0; i < ids.length; i += BATCH) {
    await tx
      .insertInto('due')
      .values(ids.slice(i, i + BATCH).map((subject) => ({ kind: 'image' as const, subject, due_at: now })))
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

/** What a second reader made of these readings goes with them; that there was one stays, as a count. */
export async function forgetSecond(tx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += BATCH)
    await tx
      .updateTable('shadow_readings')
      .set({ reading_id: null, sealed: null })
      .where('reading_id', 'in', ids.slice(i, i + BATCH))
      .execute();
}

/**
 * Deletes a session's draft and the readings that no application holds, and the hashes of all its photos: whoever has
 * a photo must not find out by them that it was read here. What a partner was answered for it goes too.
 * @returns ids of the images.
 */
export async function forgetReadings(
  tx: Transaction<Database>,
  sessionId: string,
  now: number,
): Promise<string[]> {
  await tx.deleteFrom('drafts').where('session_id', '=', sessionId).execute();
  await tx.updateTable('ocr_calls').set({ image_hash: '' }).where('session_id', '=', sessionId).execute();
  // What a partner was answered holds the contact that it gave.
  await tx.deleteFrom('idempotency').where('session_id', '=', sessionId).execute();
  const gone = await tx
    .deleteFrom('readings')
    .where('session_id', '=', sessionId)
    .where('application_id', 'is', null)
    .returning('id')
    .execute();
  const ids = gone.map((row) => row.id);
  await eraseImagesAfter(tx, ids, now);
  await forgetSecond(tx, ids);
  return ids;
}
