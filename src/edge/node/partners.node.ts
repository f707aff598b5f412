import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { recorder, SYSTEM } from '../agent/desk.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { createVault } from '../crypto/vault.ts';
import { systemClock } from '../deps.ts';
import { limitsFor } from '../limits/limits.ts';
import { blankSettings } from '../partner/client-settings.ts';
import { managePartners } from '../partner/manage.ts';
import type { PartnerPen } from '../partner/pen.ts';
import { readSettings } from '../settings.ts';
import { manageEndpoints } from '../webhooks/endpoints.ts';
import { openStore } from './compose.node.ts';
import { generatedSecret } from './secret.node.ts';

/**
 * What a shell manages partners with: the stores of a deployment's settings, opened beside a server that may run.
 * Each change is a link of the audit.
 * @throws BadSettingError; whatever keeps the store from opening.
 */
export async function shellManager(env: Readonly<Record<string, string | undefined>>) {
  const settings = readSettings(env);
  const store = openStore(settings);
  await store.migrate();
  const secret = settings.secretKey ?? generatedSecret(settings.dataDir);
  const keys = await createKeyring(secret, settings.secretKeyPrevious ?? undefined);
  const clock = systemClock;
  const limits = limitsFor(settings.rateLimit);
  const recorded = recorder({ store, clock }, createVault(store.secrets, keys));
  const pen: PartnerPen = (work) =>
    recorded('partner.changed', SYSTEM, async (stores) => {
      const [made, change] = await work(stores);
      return [made, { ...change, by: 'shell' }];
    });
  return {
    partners: managePartners({ store, clock, countries: COUNTRIES, pen }),
    endpoints: manageEndpoints({ store, keys, clock, settings: { ...settings, limits }, pen }),
    blank: blankSettings,
    close: () => store.close(),
  };
}
