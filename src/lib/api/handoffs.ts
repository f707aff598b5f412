import { type SessionReply, sessionReply } from '#src/contract/index.ts';
import {
  type HandoffOffer,
  type HandoffOpened,
  type HandoffState,
  handoffOffer,
  handoffOpened,
  handoffState,
} from '#src/contract/partner/handoff.ts';
import { call, parsed, parsedIfAny, toJson } from './client.ts';
import { commonHeaders } from './headers.ts';

/** `POST /api/handoffs`: a link for the phone; an earlier one dies. */
export const offerHandoff = async (token: string): Promise<HandoffOffer> =>
  parsed(handoffOffer, await call('/api/handoffs', { method: 'POST', token }));

/** `GET /api/handoffs`: the hand-off of this session that a phone has joined; null where there is none. */
export const joinedHandoff = async (token: string, signal?: AbortSignal): Promise<HandoffState | null> =>
  parsedIfAny(handoffState, await call('/api/handoffs', { token, signal }));

/** `GET /api/handoffs/{id}`: where it stands. */
export const getHandoff = async (token: string, id: string, signal?: AbortSignal): Promise<HandoffState> =>
  parsed(handoffState, await call(`/api/handoffs/${id}`, { token, signal }));

/** `POST /api/handoffs/{id}/take`: this side goes on. */
export const takeHandoff = async (
  token: string,
  id: string,
  side: 'desktop' | 'phone',
): Promise<HandoffState> =>
  parsed(handoffState, await call(`/api/handoffs/${id}/take`, { method: 'POST', token, json: { side } }));

/** `POST /api/handoffs/open`: the phone has the link. */
export const openHandoff = async (secret: string): Promise<HandoffOpened> =>
  parsed(handoffOpened, await call('/api/handoffs/open', { method: 'POST', json: { secret } }));

/** `POST /api/handoffs/join`: the phone has the code too, and gets a token of its own. */
export const joinHandoff = async (secret: string, code: string): Promise<SessionReply> =>
  parsed(sessionReply, await call('/api/handoffs/join', { method: 'POST', json: { secret, code } }));

/**
 * `GET /api/handoffs/{id}/events`: each state as it comes, until the stream ends. Read by fetch, because an
 * EventSource cannot send a token.
 * @throws what fetch throws; Error for an answer that is no stream.
 */
export async function streamHandoff(
  token: string,
  id: string,
  take: (state: HandoffState) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(`/api/handoffs/${id}/events`, {
    headers: { ...commonHeaders(), authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal,
  });
  const stream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !stream || !response.body) throw new Error(`no stream: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const state = handoffState.safeParse(toJson(line.slice(5)));
      if (state.success) take(state.data);
    }
  }
}
