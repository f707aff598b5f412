import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';

/** `wrangler.jsonc`, whose comments have lines of their own. */
export const WRANGLER = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../wrangler.jsonc'), 'utf8').replace(/^\s*\/\/.*$/gm, ''),
) as {
  readonly compatibility_date: string;
  readonly compatibility_flags: string[];
  readonly triggers: { readonly crons: readonly string[] };
  readonly assets: {
    readonly directory: string;
    readonly binding: string;
    readonly run_worker_first: boolean;
    readonly html_handling: 'none';
    readonly not_found_handling: 'none';
  };
};

/** What CommonJS packages ask for at their first line; Wrangler puts the like of it into what it deploys. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom('file:///worker');";

/** A worker as one module, as the platform resolves packages. */
export async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    conditions: ['workerd', 'worker'],
    external: ['cloudflare:*', 'node:*'],
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('Nothing was bundled');
  return file.text;
}

type Options = Parameters<typeof convertV4MiniflareOptions>[0];

/** workerd with this worker and these bindings, all in memory; it asks the platform for nothing. */
export function startMiniflare(options: Options): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      cf: false,
      compatibilityDate: WRANGLER.compatibility_date,
      compatibilityFlags: WRANGLER.compatibility_flags,
      ...options,
    } as Options),
  );
}
