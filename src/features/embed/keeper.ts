import type { SessionReply } from '#src/contract/index.ts';
import { ApiError, type ApiErrorCode } from '#src/lib/api/client.ts';
import { createKeeper, type RenewalReason, type SessionKeeper } from '#src/lib/session.ts';
import type { Channel } from './channel.ts';

export interface KeeperDeps {
  readonly channel: Pick<Channel, 'askToken' | 'fail'>;
  /** The token that the page has begun with. */
  readonly first: string;
  readonly open: (token: string) => Promise<SessionReply>;
  /** Whether a session was made for this client and this page. */
  readonly ours: (reply: SessionReply) => boolean;
  readonly now?: () => number;
}

/** This session was not made for the page that holds the frame. */
export class ForeignSessionError extends Error {
  override readonly name = 'ForeignSessionError';
}

/**
 * A session whose tokens come from the page that holds the frame. They stay in memory: after a reload the page's
 * token function opens the same session again. What has begun in one session does not go on in another: a page that
 * gives a token of another one is told so. The page decides when its session is over.
 */
export function createFrameKeeper({ channel, first, open, ours, now = Date.now }: KeeperDeps): SessionKeeper {
  let token: string | null = first;

  const enter = async (candidate: string, before: SessionReply | null): Promise<SessionReply> => {
    token = null;
    const reply = await open(candidate).catch((error: unknown) => {
      // What failed for another reason is tried again with the same token.
      if (!refusalIn(error)) token = candidate;
      throw error;
    });
    if (!ours(reply)) throw new ForeignSessionError();
    if (before && reply.sessionId !== before.sessionId) throw new ApiError('session_changed');
    token = reply.token;
    return reply;
  };

  const ask = async (before: SessionReply | null, reason: RenewalReason): Promise<SessionReply> => {
    try {
      return await enter(await channel.askToken(reason), before);
    } catch (error) {
      const why = refusalIn(error);
      if (!why) throw error;
      channel.fail('token_refused', why);
      throw new ApiError('unauthorized', [], error);
    }
  };

  return createKeeper(async (before, reason) => {
    // A token that was refused just now is not tried again.
    if (token === null || (reason === 'refused' && token === before?.token)) return ask(before, reason);
    try {
      return await enter(token, before);
    } catch (error) {
      if (!refusalIn(error)) throw error;
      return ask(before, 'refused');
    }
  }, now);
}

/** Why the page's token leads nowhere, for its developer; undefined where it may yet. */
const refusalIn = (error: unknown): string | undefined =>
  error instanceof ApiError ? REFUSALS[error.code] : undefined;

const REFUSALS: Partial<Record<ApiErrorCode, string>> = {
  unauthorized: 'the server does not take the token',
  session_changed: 'the token is of another session than the one that was begun: ask for it with `session`',
};
