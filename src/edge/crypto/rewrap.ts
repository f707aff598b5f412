import type { EdgeDeps } from '../deps.ts';
import { KEYED_TABLES } from '../stores/data-keys.ts';

const BATCH = 100;

/**
 * After SECRET_KEY has changed: wraps every data key that the previous secret wrapped anew, while the process
 * serves. Once the log says that none is left, SECRET_KEY_PREVIOUS can be dropped.
 */
export async function rewrapKeys({
  store,
  keys,
  log,
}: Pick<EdgeDeps, 'store' | 'keys' | 'log'>): Promise<void> {
  let count = 0;
  try {
    for (const table of KEYED_TABLES) {
      let after = '';
      for (;;) {
        const rows = await store.dataKeys.page(table, after, BATCH);
        for (const row of rows) {
          const wrapped = await keys.rewrap(row.data_key);
          if (wrapped && (await store.dataKeys.replace(table, row.id, row.data_key, wrapped))) count++;
          after = row.id;
        }
        if (rows.length < BATCH) break;
      }
    }
    if (count > 0) log.info({ count }, 'data keys wrapped by the new SECRET_KEY; the previous one can go');
  } catch (error) {
    log.error(
      { count, error: error instanceof Error ? error.name : 'unknown' },
      'not all data keys could be wrapped anew',
    );
  }
}
