import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { type EdgeDeps, systemClock } from '../deps.ts';
import { limitsFor } from '../limits/limits.ts';
import type { Upstream } from '../ocr/upstream.ts';
import type { Store } from '../stores/store.ts';
import { r2Images } from './images-r2.ts';
import { consoleLog } from './log.ts';
import type { WorkerBindings } from './platform.ts';
import { type WorkerSettings, workerSettings } from './settings.ts';
import { webAssets } from './web-assets.ts';

/** The address of the client, which the platform itself sets; what a client writes there does not get through. */
export const connectingAddress = (request: Request): string | null => request.headers.get('cf-connecting-ip');

const hostedUpstream = ({ hosted }: WorkerSettings): Upstream => ({
  name: new URL(hosted.url).host,
  kind: 'hosted',
  operator: new URL(hosted.url).hostname,
  details: false,
  base: hosted.url,
  apiKey: hosted.key,
  fetch: (request) => fetch(request),
});

/**
 * All that the edge is made of on Workers.
 * @throws BadSettingError.
 */
export async function workerDeps(env: WorkerBindings, store: Store): Promise<EdgeDeps> {
  const settings = workerSettings(env);
  const { publicUrl, allowManual, retentionDays, rateLimit, logLevel } = settings;
  return {
    upstreams: [hostedUpstream(settings)],
    countries: COUNTRIES,
    store,
    images: r2Images(env.IMAGES),
    keys: await createKeyring(settings.secretKey, settings.secretKeyPrevious ?? undefined),
    clock: systemClock,
    settings: { publicUrl, allowManual, retentionDays, limits: limitsFor(rateLimit) },
    log: consoleLog(logLevel),
    ready: () => true,
    addressOf: connectingAddress,
    web: webAssets(env.ASSETS),
  };
}
