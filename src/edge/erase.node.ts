import { text } from 'node:stream/consumers';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { erasePerson } from './applications/erase.ts';
import { createKeyring } from './crypto/keyring.ts';
import { systemClock } from './deps.ts';
import { openImages, openStore } from './node/compose.node.ts';
import { generatedSecret } from './node/secret.node.ts';
import { BadSettingError, readSettings } from './settings.ts';

/**
 * `npm run erase -- REFERENCE|NUMBER …`: erases the applications of a reference number or a card's number, with the
 * settings of the server, which may run meanwhile. `-` reads them from standard input, one a line, and so keeps a
 * card's number out of the shell's history. Prints what went, never what was asked for. Ends with 1 if there was
 * nothing for one of them, 2 if it could not look.
 */
const given = process.argv.slice(2);
try {
  if (given.length === 0)
    throw new Error('name a reference number or a card’s number, or - for standard input');
  const lines = given.includes('-') ? (await text(process.stdin)).split('\n') : given;
  const wanted = lines.map((line) => line.trim()).filter((line) => line !== '');
  const settings = readSettings(process.env);
  const store = openStore(settings);
  await store.migrate();
  const secret = settings.secretKey ?? generatedSecret(settings.dataDir);
  const keys = await createKeyring(secret, settings.secretKeyPrevious ?? undefined);
  const deps = { store, keys, images: await openImages(settings), clock: systemClock, countries: COUNTRIES };
  for (const [i, what] of wanted.entries()) {
    const gone = await erasePerson(deps, what);
    if (gone.length === 0) {
      console.log(`${i + 1} of ${wanted.length}: nothing there`);
      process.exitCode = 1;
    }
    for (const { id, reference, proof, images, sessions } of gone)
      console.log(
        `${i + 1} of ${wanted.length}: ${reference} (${id}): its form and history of review, ` +
          `${images.length} images, ${sessions} sessions; proof ${proof}`,
      );
  }
  await store.close();
} catch (error) {
  const why = error instanceof Error ? error.message : 'unknown';
  console.error(error instanceof BadSettingError ? `Bad setting: ${why}` : `Could not erase: ${why}`);
  process.exitCode = 2;
}
