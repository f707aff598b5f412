import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MANIFEST = 'manifest.json';
const DATABASE = 'kenal.sqlite';
const IMAGES = 'images';

/** What a backup holds: the SHA-256 of each of its files, by its path. */
type Manifest = Readonly<Record<string, string>>;

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function manifestOf(folder: string): Manifest {
  const files = [...filesIn(folder)].map((path) => relative(folder, path).split(sep).join('/'));
  return Object.fromEntries(
    files
      .filter((name) => name !== MANIFEST)
      .sort()
      .map((name) => [name, digest(join(folder, name))]),
  );
}

/**
 * Copies the database and the images of `dataDir` into the new folder `target`, while the server may be running.
 * The database first, as one transaction sees it: every image that it refers to is there already, since an image
 * is written before its row. Everything personal in it is sealed, and SECRET_KEY stays out: without it the backup
 * is of no use to anyone, so keep that elsewhere.
 * @throws Error if there is nothing to back up, or `target` exists.
 */
export function backup(dataDir: string, target: string): { files: number } {
  if (!existsSync(join(dataDir, DATABASE))) throw new Error(`There is no database in ${dataDir}`);
  if (existsSync(target)) throw new Error(`${target} exists already`);
  const half = `${target}.partial`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dataDir, DATABASE), { timeout: 10_000 });
  try {
    db.prepare('vacuum into ?').run(join(half, DATABASE));
  } finally {
    db.close();
  }
  // An image that is erased meanwhile is not wanted any more.
  if (existsSync(join(dataDir, IMAGES)))
    for (const path of filesIn(join(dataDir, IMAGES))) {
      const copy = join(half, relative(dataDir, path));
      mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
      try {
        cpSync(path, copy);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  const manifest = manifestOf(half);
  writeFileSync(join(half, MANIFEST), JSON.stringify(manifest, null, 1), { mode: 0o600 });
  renameSync(half, target);
  return { files: Object.keys(manifest).length };
}

/**
 * Puts a backup into a data folder that has no database yet.
 * @throws Error if a file of the backup is missing, changed or too many, or the folder is in use.
 */
export function restore(source: string, dataDir: string): { files: number } {
  if (existsSync(join(dataDir, DATABASE))) throw new Error(`${dataDir} has a database already`);
  const manifest = JSON.parse(readFileSync(join(source, MANIFEST), 'utf8')) as Manifest;
  const found = manifestOf(source);
  for (const name of new Set([...Object.keys(manifest), ...Object.keys(found)]))
    if (manifest[name] !== found[name]) throw new Error(`The backup is damaged: ${name}`);
  const db = new DatabaseSync(join(source, DATABASE), { readOnly: true });
  try {
    const [row] = db.prepare('pragma integrity_check').all() as { integrity_check: string }[];
    if (row?.integrity_check !== 'ok') throw new Error('The backup is damaged: its database');
  } finally {
    db.close();
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // The database last: until it is there, a restore that was cut off can be done again.
  for (const name of Object.keys(manifest).sort((a, b) => Number(a === DATABASE) - Number(b === DATABASE))) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true, mode: 0o700 });
    cpSync(join(source, name), join(dataDir, name));
  }
  return { files: Object.keys(manifest).length };
}
