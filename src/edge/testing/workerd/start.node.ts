import { build } from 'esbuild';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';

/** As in `wrangler.jsonc`; a test compares them. */
export const COMPATIBILITY = { compatibilityDate: '2026-04-01', compatibilityFlags: ['nodejs_compat'] };

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
  const quiet = { log: new Log(LogLevel.ERROR), cf: false };
  return new Miniflare(convertV4MiniflareOptions({ ...quiet, ...COMPATIBILITY, ...options } as Options));
}
