import * as z from 'zod/mini';
import { branding } from './branding.ts';
import { clientId, mode, origin } from './client.ts';

/** What is set for one client: its pages, its looks, what its sessions may. */
export const clientSettings = z.object({
  origins: z.array(origin).check(z.maxLength(50)),
  branding,
  /** Null: every country that the deployment offers. */
  countries: z.nullable(z.array(z.string().check(z.regex(/^[a-z]{2}$/))).check(z.minLength(1))),
  /** Null: as the browser says. */
  locale: z.nullable(z.enum(['en', 'ms', 'ur'])),
  /** Origins, beside the client's own, that a session's redirect address may lie on. */
  redirectOrigins: z.array(origin).check(z.maxLength(50)),
});
export type ClientSettings = z.infer<typeof clientSettings>;

export const partnerClient = z.object({
  id: clientId,
  mode,
  settings: clientSettings,
  createdAt: z.string(),
});
export type PartnerClient = z.infer<typeof partnerClient>;

/** A secret key, of which only its last characters are known any more. */
const partnerKey = z.object({
  id: z.string(),
  mode,
  label: z.string(),
  hint: z.string(),
  createdAt: z.string(),
  revokedAt: z.nullable(z.string()),
});
export type PartnerKey = z.infer<typeof partnerKey>;

/** `POST /api/agent/partners/{partner}/keys`: the key itself is shown this once. */
export const partnerKeyWithSecret = z.extend(partnerKey, { secret: z.string() });
export type PartnerKeyWithSecret = z.infer<typeof partnerKeyWithSecret>;

export const partnerAsset = z.object({
  id: z.string(),
  type: z.string(),
  path: z.string(),
  createdAt: z.string(),
});
export type PartnerAsset = z.infer<typeof partnerAsset>;

export const partnerSummary = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  disabledAt: z.nullable(z.string()),
});
export type PartnerSummary = z.infer<typeof partnerSummary>;

/** `GET /api/agent/partners`. */
export const partnerList = z.object({ partners: z.array(partnerSummary) });

/** `GET /api/agent/partners/{partner}`. */
export const partnerDetail = z.extend(partnerSummary, {
  clients: z.array(partnerClient),
  keys: z.array(partnerKey),
  assets: z.array(partnerAsset),
});
export type PartnerDetail = z.infer<typeof partnerDetail>;

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(60));

/** `POST /api/agent/partners`. */
export const partnerRequest = z.object({ name });
/** `PATCH /api/agent/partners/{partner}`: disabled, its keys, sessions and frames are refused. */
export const partnerChange = z.object({ disabled: z.boolean() });
/** `POST /api/agent/partners/{partner}/keys`. */
export const keyRequest = z.object({ mode, label: name });
/** `POST /api/agent/partners/{partner}/clients`. */
export const clientRequest = z.object({ mode, settings: clientSettings });
/** `POST /api/agent/partners/{partner}/webhooks`. */
export const endpointRequest = z.object({ mode, url: z.string().check(z.minLength(1), z.maxLength(1000)) });
