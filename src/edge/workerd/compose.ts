import { composeDeps, hostedUpstream } from '../compose.ts';
import { createKeyring } from '../crypto/keyring.ts';
import type { EdgeDeps } from '../deps.ts';
import { smtpMailer } from '../notices/smtp.ts';
import type { Store } from '../stores/store.ts';
import { r2Images } from './images-r2.ts';
import { consoleLog } from './log.ts';
import type { WorkerBindings } from './platform.ts';
import { workerSettings } from './settings.ts';
import { webAssets } from './web-assets.ts';

/** The address of the client, which the platform itself sets; what a client writes there does not get through. */
export const connectingAddress = (request: Request): string | null => request.headers.get('cf-connecting-ip');

/**
 * All that the edge is made of on Workers.
 * @throws BadSettingError.
 */
export async function workerDeps(env: WorkerBindings, store: Store): Promise<EdgeDeps> {
  const settings = workerSettings(env);
  return composeDeps(settings, {
    upstreams: [hostedUpstream(settings.hosted)],
    store,
    images: r2Images(env.IMAGES),
    keys: await createKeyring(settings.secretKey, settings.secretKeyPrevious ?? undefined),
    log: consoleLog(settings.logLevel),
    mailer: settings.mail && smtpMailer(settings.mail),
    ready: () => true,
    addressOf: connectingAddress,
    web: webAssets(env.ASSETS),
  });
}
