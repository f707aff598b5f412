import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.ts';
import { buildSdk } from './sdk.ts';

/** All that the web app is made of; a change in any of these makes `dist` stale. */
const SOURCES = [
  'index.html',
  'vite.config.ts',
  'tailwind.config.js',
  'package-lock.json',
  'public',
  'src/app',
  'src/contract',
  'src/countries',
  'src/features',
  'src/imaging',
  'src/lib',
  'src/sdk',
  'src/ui',
];
const STAMP = 'dist/.stamp';

function* files(path: string): Generator<string> {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) yield path;
  else for (const name of readdirSync(full).sort()) yield* files(`${path}/${name}`);
}

/** Hash over names and contents of the sources. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of files(source)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
    }
  return hash.digest('hex');
}

/**
 * Builds the web app into `dist` if it is not what the sources say.
 * @returns whether it had to be built.
 * @throws Error with Vite's output if the build fails.
 */
export async function buildWeb(): Promise<boolean> {
  const now = fingerprint();
  const stamp = join(root, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  const { code, output } = await run('vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`The web app could not be built:\n${output}`);
  await buildSdk(join(root, 'dist'));
  writeFileSync(stamp, now);
  return true;
}

if (import.meta.main) {
  console.log((await buildWeb()) ? 'Built the web app.' : 'The web app is up to date.');
}
