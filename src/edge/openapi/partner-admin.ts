import type * as z from 'zod/mini';
import {
  clientRequest,
  clientSettings,
  endpointRequest,
  keyRequest,
  mode,
  partnerAsset,
  partnerChange,
  partnerClient,
  partnerDetail,
  partnerKeyWithSecret,
  partnerList,
  partnerRequest,
  partnerSummary,
  webhookDeliveries,
  webhookEndpoint,
  webhookEndpoints,
  webhookEndpointWithSecret,
} from '#src/contract/partner/index.ts';
import { inPath, json, type Operation, type Parameter } from './operation.ts';

const BASE = '/api/agent/partners';
const ofMode: Parameter = {
  name: 'mode',
  in: 'query',
  required: false,
  description: 'live where it is missing',
  schema: mode,
};

/** An operation of an admin; parameters of the path are read from it. */
function operation(
  route: `${Operation['method']} ${string}`,
  summary: string,
  reply: readonly [status: number, schema: z.ZodMiniType | null],
  { body, ...rest }: Partial<Operation> & { body?: z.ZodMiniType } = {},
): Operation {
  const [method = '', path = ''] = route.split(' ');
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => inPath(name));
  const parameters = [...named, ...(rest.parameters ?? [])];
  return {
    method: method as Operation['method'],
    path: BASE + path,
    tag: 'Partners, for admins',
    summary,
    auth: 'agent',
    replies: { [reply[0]]: reply[1] },
    problems: [400, 401, 403, 404, 409, 413],
    ...(body && { request: json(body) }),
    ...rest,
    ...(parameters.length > 0 && { parameters }),
  };
}

const page = [
  ofMode,
  { name: 'limit', in: 'query', required: false },
  { name: 'after', in: 'query', required: false },
] as const;

/** What the console calls to keep partners. */
export const PARTNER_ADMIN: readonly Operation[] = [
  operation('get ', 'All partners', [200, partnerList]),
  operation('post ', 'A new partner', [201, partnerSummary], { body: partnerRequest }),
  operation('get /{id}', 'A partner with its clients, keys and files', [200, partnerDetail]),
  operation('patch /{id}', 'Disable or enable a partner', [200, partnerDetail], { body: partnerChange }),
  operation('post /{id}/keys', 'A new secret key, shown this once', [201, partnerKeyWithSecret], {
    body: keyRequest,
  }),
  operation('delete /{id}/keys/{key}', 'Revoke a key', [204, null]),
  operation('post /{id}/clients', 'A new client', [201, partnerClient], { body: clientRequest }),
  operation('put /{id}/clients/{client}', 'Settings of a client', [204, null], { body: clientSettings }),
  operation('delete /{id}/clients/{client}', 'Remove a client', [204, null]),
  operation('post /{id}/assets', 'Upload a logo or a font', [201, partnerAsset], {
    request: [{ type: 'application/octet-stream', schema: null }],
  }),
  operation('delete /{id}/assets/{asset}', 'Remove a file', [204, null]),
  operation('get /{id}/webhooks', 'Where webhooks go', [200, webhookEndpoints], { parameters: [ofMode] }),
  operation('post /{id}/webhooks', 'Add an endpoint', [201, webhookEndpointWithSecret], {
    body: endpointRequest,
  }),
  operation('post /{id}/webhooks/{webhook}/rotate', 'A new secret', [200, webhookEndpointWithSecret], {
    parameters: [ofMode],
  }),
  operation('post /{id}/webhooks/{webhook}/enable', 'Send to it again', [200, webhookEndpoint], {
    parameters: [ofMode],
  }),
  operation('post /{id}/webhooks/{webhook}/disable', 'Send no more to it', [200, webhookEndpoint], {
    parameters: [ofMode],
  }),
  operation('delete /{id}/webhooks/{webhook}', 'Remove an endpoint', [204, null], { parameters: [ofMode] }),
  operation('get /{id}/deliveries', 'The delivery log', [200, webhookDeliveries], { parameters: page }),
  operation('post /{id}/deliveries/{delivery}/resend', 'Send a webhook again', [204, null], {
    parameters: [ofMode],
  }),
];
