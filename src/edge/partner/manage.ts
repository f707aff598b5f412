import type {
  ClientSettings,
  Mode,
  PartnerAsset,
  PartnerClient,
  PartnerDetail,
  PartnerKey,
  PartnerKeyWithSecret,
  PartnerSummary,
} from '#src/contract/partner/index.ts';
import type { EdgeDeps } from '../deps.ts';
import { iso } from '../iso.ts';
import { HttpProblem } from '../problem.ts';
import type { PartnerAssetRow, PartnerClientRow, PartnerKeyRow, PartnerRow } from '../stores/partners.ts';
import { checkAsset } from './asset.ts';
import { checkSettings, openClient } from './client-settings.ts';
import { hashKey, newClientId, newSecretKey } from './keys.ts';
import { noPen, type PartnerPen } from './pen.ts';

interface ManageDeps extends Pick<EdgeDeps, 'store' | 'clock' | 'countries'> {
  /** Without it nothing is written down. */
  readonly pen?: PartnerPen;
}

const isoOr = (ms: number | null): string | null => (ms === null ? null : iso(ms));

const summaryOf = (row: PartnerRow): PartnerSummary => ({
  id: row.id,
  name: row.name,
  createdAt: iso(row.created_at),
  disabledAt: isoOr(row.disabled_at),
});
const keyOf = (row: Omit<PartnerKeyRow, 'hash'>): PartnerKey => ({
  id: row.id,
  mode: row.mode,
  label: row.label,
  hint: row.hint,
  createdAt: iso(row.created_at),
  revokedAt: isoOr(row.revoked_at),
});
const clientOf = (row: PartnerClientRow): PartnerClient => ({
  id: row.id,
  mode: row.mode,
  settings: openClient(row).settings,
  createdAt: iso(row.created_at),
});
const assetOf = (row: Omit<PartnerAssetRow, 'bytes'>): PartnerAsset => ({
  id: row.id,
  type: row.type,
  path: `/api/assets/${row.id}`,
  createdAt: iso(row.created_at),
});

const found = (there: boolean): void => {
  if (!there) throw new HttpProblem('not_found');
};

/**
 * Partners as the console and the command line keep them. Methods throw HttpProblem: not_found, and invalid_request
 * for settings or files that are refused.
 */
export function managePartners({ store, clock, countries, pen = noPen(store) }: ManageDeps) {
  const { partners } = store;
  const existing = async (id: string): Promise<PartnerRow> => {
    const row = await partners.find(id);
    if (!row) throw new HttpProblem('not_found');
    return row;
  };
  return {
    list: async (): Promise<PartnerSummary[]> => (await partners.all()).map(summaryOf),
    detail: async (id: string): Promise<PartnerDetail> => ({
      ...summaryOf(await existing(id)),
      clients: (await partners.clients(id)).map(clientOf),
      keys: (await partners.keys(id)).map(keyOf),
      assets: (await partners.assets(id)).map(assetOf),
    }),
    create: async (name: string): Promise<PartnerSummary> => {
      const row = { id: crypto.randomUUID(), name, created_at: clock.now() };
      await pen(async (stores) => [await stores.partners.create(row), { partner: row.id, what: 'created' }]);
      return summaryOf({ ...row, disabled_at: null });
    },
    disable: (id: string, disabled: boolean): Promise<void> =>
      pen(async (stores) => [
        found(await stores.partners.disable(id, disabled ? clock.now() : null)),
        { partner: id, what: disabled ? 'disabled' : 'enabled' },
      ]),

    /** The key is in the reply, and nowhere else. */
    addKey: async (partnerId: string, mode: Mode, label: string): Promise<PartnerKeyWithSecret> => {
      await existing(partnerId);
      const secret = newSecretKey(mode);
      const row = {
        id: crypto.randomUUID(),
        partner_id: partnerId,
        mode,
        hash: await hashKey(secret),
        hint: secret.slice(-4),
        label,
        created_at: clock.now(),
      };
      await pen(async (stores) => [
        await stores.partners.addKey(row),
        { partner: partnerId, what: 'key_made', thing: row.id },
      ]);
      return { ...keyOf({ ...row, revoked_at: null }), secret };
    },
    revokeKey: (partnerId: string, id: string): Promise<void> =>
      pen(async (stores) => [
        found(await stores.partners.revokeKey(partnerId, id, clock.now())),
        { partner: partnerId, what: 'key_revoked', thing: id },
      ]),

    addClient: async (partnerId: string, mode: Mode, settings: ClientSettings): Promise<PartnerClient> => {
      await existing(partnerId);
      await checkSettings({ countries, store }, partnerId, settings);
      const row = {
        id: newClientId(mode),
        partner_id: partnerId,
        mode,
        settings: JSON.stringify(settings),
        created_at: clock.now(),
      };
      await pen(async (stores) => [
        await stores.partners.addClient(row),
        { partner: partnerId, what: 'client_made', thing: row.id },
      ]);
      return clientOf(row);
    },
    setClient: async (partnerId: string, id: string, settings: ClientSettings): Promise<void> => {
      await checkSettings({ countries, store }, partnerId, settings);
      await pen(async (stores) => [
        found(await stores.partners.setClient(partnerId, id, JSON.stringify(settings))),
        { partner: partnerId, what: 'client_set', thing: id },
      ]);
    },
    removeClient: (partnerId: string, id: string): Promise<void> =>
      pen(async (stores) => [
        found(await stores.partners.removeClient(partnerId, id)),
        { partner: partnerId, what: 'client_removed', thing: id },
      ]),

    addAsset: async (partnerId: string, bytes: Uint8Array): Promise<PartnerAsset> => {
      await existing(partnerId);
      const checked = checkAsset(bytes);
      if ('refused' in checked) throw new HttpProblem('invalid_request', { detail: checked.refused });
      const row = {
        id: crypto.randomUUID(),
        partner_id: partnerId,
        type: checked.type,
        bytes,
        created_at: clock.now(),
      };
      await pen(async (stores) => [
        await stores.partners.addAsset(row),
        { partner: partnerId, what: 'asset_made', thing: row.id },
      ]);
      return assetOf(row);
    },
    removeAsset: (partnerId: string, id: string): Promise<void> =>
      pen(async (stores) => [
        found(await stores.partners.removeAsset(partnerId, id)),
        { partner: partnerId, what: 'asset_removed', thing: id },
      ]),
  };
}
export type PartnerManager = ReturnType<typeof managePartners>;
