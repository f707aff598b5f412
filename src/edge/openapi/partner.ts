import * as z from 'zod/mini';
import { APPLICATION_STATUSES } from '#src/contract/index.ts';
import {
  embedClient,
  partnerApplicationDetail,
  partnerApplications,
  partnerAudit,
  sandboxEvents,
  sandboxMessages,
  specimens,
  webhookDeliveries,
  webhookEndpoint,
  webhookEndpointRequest,
  webhookEndpoints,
  webhookEndpointWithSecret,
  webhookPayload,
} from '#src/contract/partner/index.ts';
import { inPath, json, named, type Operation, type Parameter } from './operation.ts';

const APPLICATIONS = '/api/partner/applications';
const SANDBOX = '/api/sandbox';
const WEBHOOKS = '/api/partner/webhooks';
const DELIVERIES = '/api/partner/deliveries';

const endpoint = named('WebhookEndpoint', webhookEndpoint);
const withSecret = named('WebhookEndpointWithSecret', webhookEndpointWithSecret);
named('WebhookPayload', webhookPayload);

const inQuery = (name: string, description: string, schema?: z.ZodMiniType): Parameter => ({
  name,
  in: 'query',
  required: false,
  description,
  ...(schema && { schema }),
});
const page = [
  inQuery('limit', '1 to 100; 25 where it is missing', z.coerce.number().check(z.gte(1), z.lte(100))),
  inQuery('after', '`next` of the page before'),
];
const repeatable: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: '8 to 128 printable characters; repetitions within a day get the first reply',
};

const operation = (
  method: Operation['method'],
  path: string,
  summary: string,
  rest: Pick<Operation, 'replies' | 'problems'> & Partial<Operation>,
): Operation => ({
  method,
  path,
  tag: 'Partners',
  summary,
  auth: 'partner',
  ...rest,
  problems: [...new Set([...rest.problems, 401])],
});

const ofOne = { parameters: [inPath('id')] };
const repeatableOfOne = { parameters: [inPath('id'), repeatable] };

/** What a partner's server calls with a secret key, and what its frame asks before it has a token. */
export const PARTNER: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/embed/{client}',
    tag: 'Onboarding',
    summary: 'What a frame may know of a client before it has a token',
    auth: 'none',
    parameters: [inPath('client')],
    replies: { 200: named('EmbedClient', embedClient) },
    problems: [404],
  },
  {
    method: 'get',
    path: '/api/assets/{id}',
    tag: 'Onboarding',
    summary: "A partner's logo or font",
    auth: 'none',
    parameters: [inPath('id')],
    replies: { 200: '*/*' },
    problems: [404],
  },
  {
    method: 'get',
    path: `${SANDBOX}/specimens`,
    tag: 'Sandbox',
    summary: 'Drawn cards to download, each named for the outcome that it forces',
    auth: 'none',
    replies: { 200: named('Specimens', specimens) },
    problems: [],
  },
  operation('get', `${SANDBOX}/events`, 'What has happened in test mode, oldest first, kept for an hour', {
    tag: 'Sandbox',
    parameters: [inQuery('after', '`next` of the answer before')],
    replies: { 200: named('SandboxEvents', sandboxEvents) },
    problems: [403],
  }),
  operation('post', `${SANDBOX}/messages`, 'What passed between page and frame, with a test session', {
    tag: 'Sandbox',
    auth: 'token',
    request: json(named('SandboxMessages', sandboxMessages)),
    replies: { 204: null },
    problems: [400, 403, 413],
  }),
  operation('get', APPLICATIONS, 'Applications of your sessions, newest first', {
    parameters: [
      ...page,
      inQuery('status', 'only those', z.enum(APPLICATION_STATUSES)),
      inQuery('reference', 'only those of this reference of yours'),
    ],
    replies: { 200: named('PartnerApplications', partnerApplications) },
    problems: [400],
  }),
  operation('get', `${APPLICATIONS}/{id}`, 'One application, with where each value came from', {
    ...ofOne,
    replies: { 200: named('PartnerApplicationDetail', partnerApplicationDetail) },
    problems: [404],
  }),
  operation('get', `${APPLICATIONS}/{id}/image`, "The card's image", {
    ...ofOne,
    replies: { 200: 'image/*' },
    problems: [404],
  }),
  operation('get', `${APPLICATIONS}/{id}/audit`, 'What has happened to an application', {
    ...ofOne,
    replies: { 200: named('PartnerAudit', partnerAudit) },
    problems: [404],
  }),
  operation('delete', `${APPLICATIONS}/{id}`, 'Erase an application, its image and its session', {
    ...ofOne,
    replies: { 204: null },
    problems: [404],
  }),
  operation('get', WEBHOOKS, 'Where webhooks go', {
    replies: { 200: webhookEndpoints },
    problems: [],
  }),
  operation('post', WEBHOOKS, 'Add an endpoint; its secret is shown this once', {
    parameters: [repeatable],
    request: json(webhookEndpointRequest),
    replies: { 201: withSecret },
    problems: [400, 409, 413],
  }),
  operation('delete', `${WEBHOOKS}/{id}`, 'Remove an endpoint', {
    ...ofOne,
    replies: { 204: null },
    problems: [404],
  }),
  operation('post', `${WEBHOOKS}/{id}/rotate`, 'A new secret; for a day the old one signs along', {
    ...repeatableOfOne,
    replies: { 200: withSecret },
    problems: [400, 404, 409, 413],
  }),
  operation('post', `${WEBHOOKS}/{id}/enable`, 'Send to an endpoint again', {
    ...repeatableOfOne,
    replies: { 200: endpoint },
    problems: [400, 404, 409, 413],
  }),
  operation('post', `${WEBHOOKS}/{id}/disable`, 'Stop sending to an endpoint', {
    ...repeatableOfOne,
    replies: { 200: endpoint },
    problems: [400, 404, 409, 413],
  }),
  operation('get', DELIVERIES, 'The delivery log, newest first', {
    parameters: page,
    replies: { 200: named('WebhookDeliveries', webhookDeliveries) },
    problems: [400],
  }),
  operation('post', `${DELIVERIES}/{id}/resend`, 'Send a webhook again', {
    ...repeatableOfOne,
    replies: { 204: null },
    problems: [400, 404, 409, 413],
  }),
];
