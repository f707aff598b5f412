import * as agent from '#src/contract/agent/index.ts';
import { CHANGE, operationsOf } from './agent-account.ts';
import { inPath, json, named, type Operation, type Parameter } from './operation.ts';

const queue = operationsOf('Console: queue');
const one = operationsOf('Console: review');
const office = operationsOf('Console: figures and audit');

const inQuery = (name: string, required = false): Parameter => ({ name, in: 'query', required });
const filters = Object.keys(agent.queueFilters.shape).map((name) => inQuery(name));
const ofOne = { parameters: [inPath('id')] };
const review = named('Review', agent.review);
const IMAGES = ['image/jpeg', 'image/png', 'image/bmp', 'application/octet-stream'];
const span = [inQuery('from', true), inQuery('to', true), inQuery('country')];

export const AGENT: readonly Operation[] = [
  queue('get', '/applications', 'A page of a view', {
    parameters: [...filters, inQuery('order'), inQuery('after'), inQuery('limit')],
    replies: { 200: named('QueuePage', agent.queuePage) },
    problems: [400, 401],
  }),
  queue('post', '/applications/search', 'By reference, card number or full name, exactly', {
    request: json(agent.searchRequest),
    replies: { 200: agent.searchReply },
    problems: [...CHANGE],
  }),
  queue('get', '/applications/export', 'A view as CSV, without what cards say', {
    parameters: [...filters, inQuery('order')],
    replies: { 200: 'text/csv' },
    problems: [400, 401, 403],
  }),
  queue('get', '/queue/changes', 'What has changed since', {
    parameters: [inQuery('since')],
    replies: { 200: agent.queueChanges },
    problems: [400, 401],
  }),
  queue('post', '/queue/next', 'Claim the oldest free application', {
    request: json(agent.nextRequest),
    replies: { 200: review, 204: null },
    problems: [...CHANGE],
  }),
  queue('get', '/views', 'Saved views', { replies: { 200: agent.savedViewList }, problems: [401] }),
  queue('post', '/views', 'Save a view', {
    request: json(agent.savedViewRequest),
    replies: { 201: agent.savedView },
    problems: [...CHANGE],
  }),
  queue('delete', '/views/{id}', 'Drop a view', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
  one('get', '/applications/{id}', 'Everything of an application', {
    ...ofOne,
    replies: { 200: review },
    problems: [401, 404],
  }),
  one('get', '/applications/{id}/image', 'The image as it was sent', {
    parameters: [inPath('id'), inQuery('attempt')],
    replies: { 200: 'image/jpeg' },
    problems: [400, 401, 404],
  }),
  one('post', '/applications/{id}/claim', 'Claim, or renew the claim', {
    ...ofOne,
    request: json(agent.claimRequest),
    replies: { 200: named('Claim', agent.claim) },
    problems: [...CHANGE, 404, 409],
  }),
  one('delete', '/applications/{id}/claim', 'Put it back', {
    ...ofOne,
    replies: { 204: null },
    problems: [401, 403, 404, 409],
  }),
  one('put', '/applications/{id}/corrections', 'Keep a value beside the customer’s', {
    ...ofOne,
    request: json(agent.correctionRequest),
    replies: { 200: review },
    problems: [...CHANGE, 404, 409],
  }),
  one('post', '/applications/{id}/decisions', 'Decide', {
    ...ofOne,
    request: json(agent.decisionRequest),
    replies: { 201: named('Decision', agent.decision) },
    problems: [...CHANGE, 404, 409],
  }),
  one('delete', '/applications/{id}/decisions/{decision}', 'Take a decision back, for ten seconds', {
    parameters: [inPath('id'), inPath('decision')],
    replies: { 200: review },
    problems: [401, 403, 404, 409],
  }),
  one('get', '/applications/{id}/audit', 'Its history', {
    ...ofOne,
    replies: { 200: agent.auditTrail },
    problems: [401, 404],
  }),
  one('post', '/verifications/{country}', 'Check a card; nothing is stored', {
    parameters: [inPath('country')],
    request: IMAGES.map((type) => ({ type, schema: null })),
    replies: { 200: agent.verification },
    problems: [400, 401, 403, 404, 409, 413, 415, 502],
  }),
  one('post', '/verifications/{country}/keep', 'File a card that was checked', {
    parameters: [inPath('country')],
    request: json(agent.verificationKeep),
    replies: { 201: agent.verificationKept },
    problems: [...CHANGE, 404, 409, 410, 415, 422],
  }),
  office('get', '/audit', 'Everything that was done, newest first', {
    parameters: [inQuery('after'), inQuery('action')],
    replies: { 200: agent.auditPage },
    problems: [400, 401, 403],
  }),
  office('get', '/figures', 'Figures of a span of days', {
    parameters: span,
    replies: { 200: named('Figures', agent.figures) },
    problems: [400, 401, 403],
  }),
  office('get', '/figures/export', 'One of their tables as CSV', {
    parameters: [inQuery('table', true), ...span],
    replies: { 200: 'text/csv' },
    problems: [400, 401, 403],
  }),
];
