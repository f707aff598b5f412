import * as z from 'zod/mini';
import type { SessionReply } from '#src/contract/index.ts';
import { branding, type SessionPartner, type SessionRequest, theme } from '#src/contract/partner/index.ts';
import { openJson, sealJson } from '../crypto/seal.ts';
import type { EdgeDeps } from '../deps.ts';
import { HttpProblem } from '../problem.ts';
import type { KeyHolder } from '../stores/partners.ts';
import type { SessionRow } from '../stores/sessions.ts';
import { type Client, findClient, mergeBranding } from './client-settings.ts';

/** What a partner asked for one session; sealed, since a contact may be among it. */
const sessionOptions = z.object({
  countries: z.array(z.string()),
  locale: z.nullable(z.enum(['en', 'ms', 'ur'])),
  theme: z.optional(theme),
  texts: z.optional(branding.def.shape.texts),
  contact: z.nullable(z.string()),
  redirectUrl: z.nullable(z.string()),
});
type SessionOptions = z.infer<typeof sessionOptions>;

const optionsContext = (id: string): string => `session-options:${id}`;
const wrong = (detail: string) => new HttpProblem('invalid_request', { detail });

const isLocal = ({ hostname }: URL) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost');

/** Where the browser may be sent when the flow has ended: nobody's open redirect. */
function checkRedirect({ settings }: Client, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  const allowed = [...settings.origins, ...settings.redirectOrigins];
  if (!url || !allowed.includes(url.origin) || url.username || url.password)
    throw wrong("redirectUrl is on none of the client's origins");
  if (url.protocol !== 'https:' && !isLocal(url)) throw wrong('redirectUrl must be https');
  return url.href;
}

function optionsOf(client: Client, request: SessionRequest, offered: readonly string[]): SessionOptions {
  const { settings } = client;
  const may = offered.filter((code) => settings.countries?.includes(code) ?? true);
  const countries = request.countries ? may.filter((code) => request.countries?.includes(code)) : may;
  if (countries.length === 0 || (request.countries && countries.length < new Set(request.countries).size))
    throw new HttpProblem('country_not_offered');
  const { logo, logoDark, font } = settings.branding.theme;
  for (const path of [request.theme?.logo, request.theme?.logoDark, request.theme?.font])
    if (path !== undefined && ![logo, logoDark, font].includes(path))
      throw wrong("theme: a file is none of the client's");
  return {
    countries,
    locale: request.locale ?? settings.locale,
    ...(request.theme && { theme: request.theme }),
    ...(request.texts && { texts: request.texts }),
    contact: request.contact ?? null,
    redirectUrl: request.redirectUrl === undefined ? null : checkRedirect(client, request.redirectUrl),
  };
}

/**
 * Makes a session for a partner, or has one of the same reference go on.
 * @returns the session, and whether it is new.
 * @throws HttpProblem invalid_request, forbidden (not this key's client or origin), country_not_offered, not_found
 *   (no such session), conflict (it was submitted just now).
 */
export async function partnerSession(
  deps: EdgeDeps,
  holder: KeyHolder,
  request: SessionRequest,
  sessionMs: number,
): Promise<{ session: SessionRow; created: boolean }> {
  const { store, keys, clock, countries } = deps;
  const client = await findClient(deps, request.client);
  if (!client || client.partner_id !== holder.partnerId || client.mode !== holder.mode)
    throw new HttpProblem('forbidden', { detail: 'client is not one of this key' });
  if (request.origin !== undefined && !client.settings.origins.includes(request.origin))
    throw new HttpProblem('forbidden', { detail: "origin is none of the client's" });
  const options = optionsOf(
    client,
    request,
    countries.map(({ code }) => code),
  );
  const now = clock.now();
  const origin = request.origin ?? null;

  if (request.session !== undefined) {
    const known = await store.sessions.find(request.session);
    const same =
      known?.partner_id === holder.partnerId &&
      known.mode === holder.mode &&
      known.partner_reference === (request.reference ?? null) &&
      known.expires_at > now;
    if (!known || !same) throw new HttpProblem('not_found', { detail: 'No such session' });
    // It has what it is about; whoever missed the answer can still have it.
    if (known.application_id !== null) return { session: known, created: false };
    const key = await keys.openDataKey(known.data_key);
    const change = {
      client_id: client.id,
      origin,
      options: await sealJson(key, optionsContext(known.id), options),
    };
    if (!(await store.sessions.reopen(known.id, change))) throw new HttpProblem('conflict');
    return { session: { ...known, ...change }, created: false };
  }

  const id = crypto.randomUUID();
  const { key, wrapped } = await keys.newDataKey();
  await store.sessions.create({
    id,
    created_at: now,
    expires_at: now + sessionMs,
    data_key: wrapped,
    partner_id: holder.partnerId,
    mode: holder.mode,
    partner_reference: request.reference ?? null,
    client_id: client.id,
    origin,
    options: await sealJson(key, optionsContext(id), options),
  });
  const session = await store.sessions.find(id);
  if (!session) throw new Error('A session that was made is not there');
  return { session, created: true };
}

/**
 * What a partner's session adds to the reply.
 * @throws HttpProblem unauthorized if its client is gone or its partner disabled.
 */
export async function partnerReply(
  deps: EdgeDeps,
  session: SessionRow,
  handoff: string | null,
): Promise<Pick<SessionReply, 'countries'> & { partner: SessionPartner }> {
  const client = session.client_id === null ? null : await findClient(deps, session.client_id);
  if (!client || !session.options || !session.mode) throw new HttpProblem('unauthorized');
  const key = await deps.keys.openDataKey(session.data_key);
  const options = sessionOptions.parse(await openJson(key, optionsContext(session.id), session.options));
  return {
    countries: options.countries,
    partner: {
      client: client.id,
      mode: session.mode,
      origin: session.origin,
      locale: options.locale,
      branding: mergeBranding(client.settings.branding, options),
      contact: options.contact,
      redirectUrl: options.redirectUrl,
      handoff,
    },
  };
}
