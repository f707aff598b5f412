import { verifyAudit } from './agent/audit/verify-all.ts';
import { createKeyring } from './crypto/keyring.ts';
import { systemClock } from './deps.ts';
import { openImages, openStore } from './node/compose.node.ts';
import { generatedSecret } from './node/secret.node.ts';
import { BadSettingError, readSettings } from './settings.ts';

/**
 * `npm run audit:verify`: looks at every link of the audit and at the anchors outside of the database, with the
 * settings of the server. Ends with 1 if anything was changed, dropped, moved or cut off; 2 if it could not look.
 */
try {
  const settings = readSettings(process.env);
  const store = openStore(settings);
  const secret = settings.secretKey ?? generatedSecret(settings.dataDir);
  const keys = await createKeyring(secret, settings.secretKeyPrevious ?? undefined);
  const images = await openImages(settings);
  const report = await verifyAudit({ store, keys, images, clock: systemClock });
  await store.close();
  const { links, chains, anchors, faults } = report;
  for (const { chain, seq, fault } of faults) console.error(`${chain} #${seq}: ${fault}`);
  const found = faults.length === 0 ? 'all of it is whole' : `${faults.length} faults`;
  console.log(`${links} links in ${chains} chains, ${anchors} anchors: ${found}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  const why = error instanceof Error ? error.message : 'unknown';
  console.error(error instanceof BadSettingError ? `Bad setting: ${why}` : `Could not verify: ${why}`);
  process.exitCode = 2;
}
