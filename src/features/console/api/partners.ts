import {
  type ClientSettings,
  type Mode,
  type PartnerAsset,
  type PartnerClient,
  type PartnerDetail,
  type PartnerKeyWithSecret,
  type PartnerSummary,
  partnerAsset,
  partnerClient,
  partnerDetail,
  partnerKeyWithSecret,
  partnerList,
  partnerSummary,
  type WebhookDeliveries,
  type WebhookEndpointWithSecret,
  webhookDeliveries,
  webhookEndpoints,
  webhookEndpointWithSecret,
} from '#src/contract/partner/index.ts';
import { call, errorOf, parsed, toJson } from '#src/lib/api/client.ts';
import { paramsOf } from './queue.ts';

const BASE = '/api/agent/partners';
/** A logo is at most 100 KB. */
const UPLOAD_TIMEOUT_MS = 30_000;

const at = (id: string, ...rest: readonly string[]): string =>
  [BASE, ...[id, ...rest].map(encodeURIComponent)].join('/');
const post = (path: string, json: unknown = {}) => call(path, { method: 'POST', json });

export const getPartners = async (signal?: AbortSignal): Promise<readonly PartnerSummary[]> =>
  parsed(partnerList, await call(BASE, { signal })).partners;
export const makePartner = async (name: string): Promise<PartnerSummary> =>
  parsed(partnerSummary, await post(BASE, { name }));
export const getPartner = async (id: string, signal?: AbortSignal): Promise<PartnerDetail> =>
  parsed(partnerDetail, await call(at(id), { signal }));
export const disablePartner = async (id: string, disabled: boolean): Promise<PartnerDetail> =>
  parsed(partnerDetail, await call(at(id), { method: 'PATCH', json: { disabled } }));

export const makeKey = async (id: string, mode: Mode, label: string): Promise<PartnerKeyWithSecret> =>
  parsed(partnerKeyWithSecret, await post(at(id, 'keys'), { mode, label }));
export const revokeKey = async (id: string, key: string): Promise<void> =>
  void (await call(at(id, 'keys', key), { method: 'DELETE' }));

export const makeClient = async (id: string, mode: Mode, settings: ClientSettings): Promise<PartnerClient> =>
  parsed(partnerClient, await post(at(id, 'clients'), { mode, settings }));
export const setClient = async (id: string, client: string, settings: ClientSettings): Promise<void> =>
  void (await call(at(id, 'clients', client), { method: 'PUT', json: settings }));
export const removeClient = async (id: string, client: string): Promise<void> =>
  void (await call(at(id, 'clients', client), { method: 'DELETE' }));

/** Uploads a logo: PNG, JPEG, WebP or plain SVG. @throws ApiError invalid_request where it is none, or too large. */
export async function uploadLogo(id: string, file: File): Promise<PartnerAsset> {
  const response = await fetch(at(id, 'assets'), {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  });
  const body = toJson(await response.text());
  if (!response.ok) throw errorOf(response.status, body);
  return parsed(partnerAsset, body);
}

export const getEndpoints = async (id: string, mode: Mode, signal?: AbortSignal) =>
  parsed(webhookEndpoints, await call(`${at(id, 'webhooks')}?${paramsOf({ mode })}`, { signal })).endpoints;
export const makeEndpoint = async (id: string, mode: Mode, url: string): Promise<WebhookEndpointWithSecret> =>
  parsed(webhookEndpointWithSecret, await post(at(id, 'webhooks'), { mode, url }));
export const rotateSecret = async (
  id: string,
  mode: Mode,
  webhook: string,
): Promise<WebhookEndpointWithSecret> =>
  parsed(
    webhookEndpointWithSecret,
    await post(`${at(id, 'webhooks', webhook, 'rotate')}?${paramsOf({ mode })}`),
  );
export const enableEndpoint = async (
  id: string,
  mode: Mode,
  webhook: string,
  enabled: boolean,
): Promise<void> =>
  void (await post(`${at(id, 'webhooks', webhook, enabled ? 'enable' : 'disable')}?${paramsOf({ mode })}`));
export const removeEndpoint = async (id: string, mode: Mode, webhook: string): Promise<void> =>
  void (await call(`${at(id, 'webhooks', webhook)}?${paramsOf({ mode })}`, { method: 'DELETE' }));

/** One page of the delivery log, newest first. */
export const getDeliveries = async (
  id: string,
  mode: Mode,
  after: string | undefined,
  signal?: AbortSignal,
): Promise<WebhookDeliveries> =>
  parsed(
    webhookDeliveries,
    await call(`${at(id, 'deliveries')}?${paramsOf({ mode, limit: 20, after })}`, { signal }),
  );
export const resend = async (id: string, mode: Mode, delivery: string): Promise<void> =>
  void (await post(`${at(id, 'deliveries', delivery, 'resend')}?${paramsOf({ mode })}`));
