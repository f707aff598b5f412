import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Miniflare } from 'miniflare';
import { startMiniflare, WRANGLER } from './start.node.ts';

const ROOT = join(import.meta.dirname, '../../../..');

/** What `wrangler deploy` would upload, by the project's own configuration. */
export async function deployedScript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kenal-worker-'));
  // Its notes of itself go where everything of the test goes.
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', XDG_CONFIG_HOME: folder };
  const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const args = [wrangler, 'deploy', '--dry-run', '--outdir', join(folder, 'out')];
  try {
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
    return readFileSync(join(folder, 'out/entry.workerd.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Deployment {
  readonly settings: Readonly<Record<string, string>>;
  /** Requests per minute and address. */
  readonly floods: number;
  /** Called with each line of its log. */
  readonly line: (line: string) => void;
}

/** The worker with the bindings of the configuration, onto this database. */
export function startDeployed(
  script: string,
  databaseUrl: string,
  { settings, floods, line }: Deployment,
): Miniflare {
  const { assets } = WRANGLER;
  return startMiniflare({
    modules: true,
    script,
    handleStructuredLogs: ({ message }) => line(message),
    hyperdrives: { HYPERDRIVE: databaseUrl },
    r2Buckets: ['IMAGES'],
    ratelimits: { FLOODS: { namespace_id: '1', simple: { limit: floods, period: 60 } } },
    assets: {
      directory: join(ROOT, assets.directory),
      binding: assets.binding,
      run_worker_first: assets.run_worker_first,
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
      assetConfig: { html_handling: assets.html_handling, not_found_handling: assets.not_found_handling },
    },
    bindings: settings,
  });
}
