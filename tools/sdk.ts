import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from './run.ts';

/** What the app's own pages ask for, too (docs/browsers.md). */
const TARGET = ['chrome111', 'edge111', 'firefox121', 'safari16.4'];

/**
 * Builds the partner's script into a folder: `embed.js` (a plain script, `window.Kenal`), `embed.mjs` (a module)
 * and `embed.d.mts` (its types).
 */
export async function buildSdk(folder: string): Promise<void> {
  const bundle = (entry: string, format: 'iife' | 'esm', file: string) =>
    build({
      absWorkingDir: root,
      entryPoints: [`src/sdk/${entry}.ts`],
      outfile: join(folder, file),
      bundle: true,
      minify: true,
      format,
      target: TARGET,
      legalComments: 'none',
      logLevel: 'warning',
    });
  await Promise.all([bundle('embed', 'iife', 'embed.js'), bundle('index', 'esm', 'embed.mjs')]);
  const source = readFileSync(join(root, 'src/sdk/types.ts'), 'utf8');
  const { outputText } = ts.transpileDeclaration(source, { fileName: 'types.ts' });
  writeFileSync(join(folder, 'embed.d.mts'), `${outputText}export declare const mount: Mount;\n`);
}
