import type { Locale, SessionReply } from '#src/contract/index.ts';
import { type EmbedClient, embedClient, PARENT_HEADER } from '#src/contract/partner/client.ts';
import { ApiError, call, parsed } from '#src/lib/api/client.ts';
import { setCommonHeaders } from '#src/lib/api/headers.ts';
import { openSession } from '#src/lib/api/sessions.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import { type Channel, type ChannelHost, openChannel, type Start, windowHost } from './channel.ts';
import { createFrameKeeper, ForeignSessionError } from './keeper.ts';
import { createMessageLog } from './message-log.ts';

/** Why a frame shows no onboarding. */
export type Refusal = 'alone' | 'unknown_client' | 'wrong_page' | 'token' | 'unreachable';

/** A frame whose page has begun an onboarding that was made for it. */
export interface Connection {
  readonly channel: Channel;
  readonly client: EmbedClient;
  readonly start: Start;
  readonly keeper: SessionKeeper;
  readonly session: SessionReply;
}

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof ForeignSessionError) return 'wrong_page';
  if (!(error instanceof ApiError)) return 'unreachable';
  if (error.code === 'wrong_origin') return 'wrong_page';
  return error.code === 'unauthorized' || error.code === 'forbidden' ? 'token' : 'unreachable';
};

async function clientOf(id: string): Promise<EmbedClient> {
  try {
    return parsed(embedClient, await call(`/api/embed/${encodeURIComponent(id)}`));
  } catch (error) {
    const known =
      error instanceof ApiError && (error.code === 'not_found' || error.code === 'invalid_request');
    throw new RefusedError(known ? 'unknown_client' : 'unreachable', error);
  }
}

/**
 * From a frame's address to its onboarding: learns the client's origins, says `ready` to them alone, takes the token
 * of the page, and believes it only if the session was made for that page.
 * @param id the public client id. @param onClient called once the client's face is known. @param signal closes the
 * channel, whenever it is aborted.
 * @throws RefusedError; the signal's reason when it was aborted.
 */
export async function connect(
  id: string,
  onClient: (client: EmbedClient) => void,
  signal: AbortSignal,
  host: ChannelHost = windowHost(),
): Promise<Connection> {
  if (window.parent === window) throw new RefusedError('alone');
  const client = await clientOf(id);
  signal.throwIfAborted();
  onClient(client);
  const log = createMessageLog();
  const channel = openChannel(host, client.origins, log.note);
  signal.addEventListener('abort', channel.close);
  const start = await channel.started.catch((error: unknown) => {
    channel.close();
    throw new RefusedError('unreachable', error);
  });
  const peer = channel.peer() ?? '';
  setCommonHeaders({ [PARENT_HEADER]: peer });
  const keeper = createFrameKeeper({
    channel,
    first: start.token,
    open: openSession,
    ours: ({ partner }) => partner?.client === client.client && partner.origin === peer,
  });
  try {
    const session = await keeper.get();
    if (session.partner?.mode === 'test')
      log.begin((messages) =>
        keeper.call(async (token) => {
          await call('/api/sandbox/messages', { method: 'POST', token, json: { messages } });
        }),
      );
    return { channel, client, start, keeper, session };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === 'unreachable') channel.fail('unavailable', 'the server cannot be reached');
    // To the page itself nothing is said: the token may have been taken from another.
    if (refusal === 'wrong_page')
      console.error(`Kenal: the token was made for another page than ${peer} (origin_refused)`);
    throw new RefusedError(refusal, error);
  }
}

/** The language to speak: the page's wish, the session's, else what it is. */
export const localeOf = ({ start, session }: Connection): Locale | null =>
  start.locale ?? session.partner?.locale ?? null;
