import { sessionReply } from '#src/contract/index.ts';
import {
  handoffJoin,
  handoffOffer,
  handoffOpen,
  handoffOpened,
  handoffState,
  handoffTake,
} from '#src/contract/partner/index.ts';
import { inPath, json, named, type Operation } from './operation.ts';

const HANDOFFS = '/api/handoffs';
const state = named('HandoffState', handoffState);

const operation = (
  method: Operation['method'],
  path: string,
  summary: string,
  rest: Pick<Operation, 'replies' | 'problems'> & Partial<Operation>,
): Operation => ({ method, path, tag: 'Hand-off', summary, auth: 'token', ...rest });

/** From a desktop to a phone, and back. */
export const HANDOFF: readonly Operation[] = [
  operation('post', HANDOFFS, 'A one-time link for the phone, for ten minutes, and its code', {
    replies: { 201: named('HandoffOffer', handoffOffer) },
    problems: [401, 403, 409],
  }),
  operation(
    'get',
    HANDOFFS,
    'The hand-off of this session that a phone has joined; 204 where there is none',
    {
      replies: { 200: state, 204: null },
      problems: [401, 403],
    },
  ),
  operation('post', `${HANDOFFS}/open`, 'The phone has the link', {
    auth: 'none',
    request: json(handoffOpen),
    replies: { 200: named('HandoffOpened', handoffOpened) },
    problems: [400, 410, 413],
  }),
  operation('post', `${HANDOFFS}/join`, 'The phone has the code too, and gets a token of its own, once', {
    auth: 'none',
    request: json(handoffJoin),
    replies: { 201: sessionReply },
    problems: [400, 401, 403, 410, 413],
  }),
  operation('get', `${HANDOFFS}/{id}`, 'Where a hand-off stands', {
    parameters: [inPath('id')],
    replies: { 200: state },
    problems: [401, 403, 404],
  }),
  operation('get', `${HANDOFFS}/{id}/events`, 'The same as server-sent events, each state as it comes', {
    parameters: [inPath('id')],
    replies: { 200: 'text/event-stream' },
    problems: [401, 403, 404],
  }),
  operation('post', `${HANDOFFS}/{id}/take`, 'This side goes on, the other looks on', {
    parameters: [inPath('id')],
    request: json(handoffTake),
    replies: { 200: state },
    problems: [400, 401, 403, 404, 409, 413],
  }),
  operation('delete', `${HANDOFFS}/{id}`, 'Take the link back', {
    parameters: [inPath('id')],
    replies: { 204: null },
    problems: [401, 403, 404],
  }),
];
