import { openStore } from '../src/edge/node/compose.node.ts';
import { readSettings } from '../src/edge/settings.ts';

/**
 * `npm run migrate`: brings the schema of DATABASE_URL (or of the SQLite file in DATA_DIR) up to date and ends.
 * The server does so itself at its start; Workers have no start, so it comes before `wrangler deploy`.
 */
try {
  const store = openStore(readSettings(process.env));
  await store.migrate();
  await store.close();
  console.log('The schema is up to date.');
} catch (error) {
  console.error(
    `The schema could not be brought up to date: ${error instanceof Error ? error.message : error}`,
  );
  process.exit(1);
}
