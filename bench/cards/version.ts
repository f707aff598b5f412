import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs around the renderer, whose change does not change a picture. */
const NOT_DRAWING = /\.test\.ts$|^(make|plan|version)\.ts$|^sheet\W/;
let known: string | undefined;

/** A short hash of the renderer's own source: what is kept in the cache belongs to exactly one. */
export function rendererVersion(): string {
  if (known) return known;
  const root = new URL('.', import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !NOT_DRAWING.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of files) hash.update(name).update(readFileSync(join(root, name)));
  known = hash.digest('hex').slice(0, 10);
  return known;
}
