/**
 * A sender of webhooks in a process of its own, to be killed: does what is due in a bed's folder, with the bed's
 * clock. `node sender.node.ts FOLDER AHEAD_MS`.
 */
import { join } from 'node:path';
import { createKeyring } from '../crypto/keyring.ts';
import { runDue } from '../due/run.ts';
import { limitsFor } from '../limits/limits.ts';
import { diskImages } from '../stores/images-disk.node.ts';
import { openSqlite } from '../stores/sqlite.node.ts';
import { SECRET } from './bed.node.ts';

const [folder = '', ahead = '0'] = process.argv.slice(2);
const store = openSqlite(join(folder, 'kenal.sqlite'));
await runDue({
  store,
  images: await diskImages(join(folder, 'images')),
  keys: await createKeyring(SECRET),
  clock: { now: () => Date.now() + Number(ahead), sleep: async () => {} },
  log: { info: () => {}, error: () => {} },
  settings: {
    publicUrl: 'http://localhost:8080',
    allowManual: true,
    retentionDays: 90,
    limits: limitsFor(1),
    webhookAllowPrivate: true,
  },
});
await store.close();
