import {
  type Branding,
  type ClientSettings,
  clientSettings,
  type EmbedClient,
} from '#src/contract/partner/index.ts';
import type { EdgeDeps } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import type { PartnerClientRow } from '../stores/partners.ts';

/** A client with what is set for it. */
export interface Client extends Omit<PartnerClientRow, 'settings'> {
  readonly settings: ClientSettings;
}

export const openClient = (row: PartnerClientRow): Client => ({
  ...row,
  settings: clientSettings.parse(JSON.parse(row.settings)),
});

/** A client of a partner in force; null if there is none of this id. */
export async function findClient({ store }: Pick<EdgeDeps, 'store'>, id: string): Promise<Client | null> {
  const row = await store.partners.client(id);
  return row && openClient(row);
}

/** What anybody may know of a client. */
export const publicFace = ({ id, mode, settings }: Client): EmbedClient => ({
  client: id,
  mode,
  origins: settings.origins,
  branding: settings.branding,
});

/** The client's branding with what was asked for one session over it. */
export function mergeBranding(
  base: Branding,
  over: { readonly theme?: Branding['theme'] | undefined; readonly texts?: Branding['texts'] | undefined },
): Branding {
  const texts: Branding['texts'] = { ...base.texts };
  for (const [locale, own] of Object.entries(over.texts ?? {}) as [keyof Branding['texts'], object][])
    texts[locale] = { ...texts[locale], ...own };
  return { name: base.name, theme: { ...base.theme, ...over.theme }, texts };
}

/** The settings of a new client that nothing else is known of. */
export const blankSettings = (name: string, origins: readonly string[]): ClientSettings => ({
  origins: [...origins],
  branding: { name, theme: {}, texts: {} },
  countries: null,
  locale: null,
  redirectOrigins: [],
});

/**
 * Refuses what the schema alone cannot see: countries that are not offered, origins that browsers write otherwise,
 * files of others.
 * @throws HttpProblem invalid_request.
 */
export async function checkSettings(
  { countries, store }: Pick<EdgeDeps, 'countries' | 'store'>,
  partnerId: string,
  settings: ClientSettings,
): Promise<void> {
  const wrong = (detail: string) => new HttpProblem('invalid_request', { detail });
  for (const origin of [...settings.origins, ...settings.redirectOrigins])
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) throw wrong('An origin is no origin');
  const offered = countries.map(({ code }) => code);
  if (settings.countries?.some((code) => !offered.includes(code))) throw wrong('A country is not offered');
  const own = new Set((await store.partners.assets(partnerId)).map(({ id }) => `/api/assets/${id}`));
  const { logo, logoDark, font } = settings.branding.theme;
  for (const path of [logo, logoDark, font])
    if (path !== undefined && !own.has(path)) throw wrong('A file is not one of this partner');
}
