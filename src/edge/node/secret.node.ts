import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Gives the file its name once all of it is on disk: nobody, and no crash, meets half a secret. The first one stays.
 */
function makeWhole(path: string, folder: string): void {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(32).toString('base64url'));
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    unlinkSync(draft);
  }
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

/**
 * The secret of a deployment that was given none: made at the first start, kept in `dataDir`, readable by its
 * owner alone. Losing it loses every application, so it is on disk before anything is encrypted with it.
 */
export function generatedSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'secret.key');
  if (!existsSync(path)) makeWhole(path, dataDir);
  return readFileSync(path, 'utf8').trim();
}
