import type { Kysely, Selectable } from 'kysely';
import type { Mode } from '#src/contract/partner/index.ts';
import type { Database } from './schema.ts';
import type {
  PartnerAssetTable,
  PartnerClientTable,
  PartnerKeyTable,
  PartnerTable,
} from './schema-partners.ts';

export type PartnerRow = Selectable<PartnerTable>;
export type PartnerClientRow = Selectable<PartnerClientTable>;
export type PartnerKeyRow = Selectable<PartnerKeyTable>;
export type PartnerAssetRow = Selectable<PartnerAssetTable>;

/** Whoever bears a secret key. */
export interface KeyHolder {
  readonly partnerId: string;
  readonly keyId: string;
  readonly mode: Mode;
}

export interface PartnerStore {
  readonly create: (row: Omit<PartnerRow, 'disabled_at'>) => Promise<void>;
  readonly find: (id: string) => Promise<PartnerRow | null>;
  /** Whether there is such a partner, and it is not disabled. */
  readonly inForce: (id: string) => Promise<boolean>;
  readonly all: () => Promise<readonly PartnerRow[]>;
  /** @returns false if there is none. Null enables it again. */
  readonly disable: (id: string, at: number | null) => Promise<boolean>;

  readonly addKey: (row: Omit<PartnerKeyRow, 'revoked_at'>) => Promise<void>;
  readonly keys: (partnerId: string) => Promise<readonly Omit<PartnerKeyRow, 'hash'>[]>;
  /** @returns false if this partner has no such key in force. */
  readonly revokeKey: (partnerId: string, id: string, at: number) => Promise<boolean>;
  /** Who bears the key with this hash; null if it is revoked or its partner disabled. */
  readonly holderOf: (hash: string) => Promise<KeyHolder | null>;

  readonly addClient: (row: PartnerClientRow) => Promise<void>;
  readonly clients: (partnerId: string) => Promise<readonly PartnerClientRow[]>;
  /** A client of a partner that is not disabled. */
  readonly client: (id: string) => Promise<PartnerClientRow | null>;
  readonly setClient: (partnerId: string, id: string, settings: string) => Promise<boolean>;
  readonly removeClient: (partnerId: string, id: string) => Promise<boolean>;

  readonly addAsset: (row: PartnerAssetRow) => Promise<void>;
  readonly asset: (id: string) => Promise<PartnerAssetRow | null>;
  readonly assets: (partnerId: string) => Promise<readonly Omit<PartnerAssetRow, 'bytes'>[]>;
  readonly removeAsset: (partnerId: string, id: string) => Promise<boolean>;
}

export function sqlPartners(db: Kysely<Database>): PartnerStore {
  return {
    create: async (row) => {
      await db
        .insertInto('partners')
        .values({ ...row, disabled_at: null })
        .execute();
    },
    find: async (id) =>
      (await db.selectFrom('partners').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    inForce: async (id) => {
      const row = await db
        .selectFrom('partners')
        .select('id')
        .where('id', '=', id)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return row !== undefined;
    },
    all: () => db.selectFrom('partners').selectAll().orderBy('created_at').orderBy('id').execute(),
    disable: async (id, disabled_at) => {
      const { numUpdatedRows } = await db
        .updateTable('partners')
        .set({ disabled_at })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    addKey: async (row) => {
      await db
        .insertInto('partner_keys')
        .values({ ...row, revoked_at: null })
        .execute();
    },
    keys: (partnerId) =>
      db
        .selectFrom('partner_keys')
        .select(['id', 'partner_id', 'mode', 'hint', 'label', 'created_at', 'revoked_at'])
        .where('partner_id', '=', partnerId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    revokeKey: async (partnerId, id, at) => {
      const { numUpdatedRows } = await db
        .updateTable('partner_keys')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    holderOf: async (hash) => {
      const row = await db
        .selectFrom('partner_keys')
        .innerJoin('partners', 'partners.id', 'partner_keys.partner_id')
        .select(['partner_keys.id as keyId', 'partner_keys.partner_id as partnerId', 'partner_keys.mode'])
        .where('partner_keys.hash', '=', hash)
        .where('partner_keys.revoked_at', 'is', null)
        .where('partners.disabled_at', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },

    addClient: async (row) => {
      await db.insertInto('partner_clients').values(row).execute();
    },
    clients: (partnerId) =>
      db
        .selectFrom('partner_clients')
        .selectAll()
        .where('partner_id', '=', partnerId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    client: async (id) =>
      (await db
        .selectFrom('partner_clients')
        .innerJoin('partners', 'partners.id', 'partner_clients.partner_id')
        .selectAll('partner_clients')
        .where('partner_clients.id', '=', id)
        .where('partners.disabled_at', 'is', null)
        .executeTakeFirst()) ?? null,
    setClient: async (partnerId, id, settings) => {
      const { numUpdatedRows } = await db
        .updateTable('partner_clients')
        .set({ settings })
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    removeClient: async (partnerId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('partner_clients')
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    addAsset: async (row) => {
      await db.insertInto('partner_assets').values(row).execute();
    },
    asset: async (id) =>
      (await db.selectFrom('partner_assets').selectAll().where('id', '=', id).executeTakeFirst()) ?? null,
    assets: (partnerId) =>
      db
        .selectFrom('partner_assets')
        .select(['id', 'partner_id', 'type', 'created_at'])
        .where('partner_id', '=', partnerId)
        .orderBy('created_at')
        .execute(),
    removeAsset: async (partnerId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('partner_assets')
        .where('id', '=', id)
        .where('partner_id', '=', partnerId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
