import type { SessionReply } from '#src/contract/index.ts';
import { ApiError } from '#src/lib/api/client.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import type { Channel } from './channel.ts';

/** A token this close to its end is renewed before it is used, ms. */
const RENEW_BEFORE_MS = 60_000;

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
 * token function opens the same session again.
 */
export function createFrameKeeper({ channel, first, open, ours, now = Date.now }: KeeperDeps): SessionKeeper {
  let token: string | null = first;
  let session: SessionReply | null = null;
  let opening: Promise<SessionReply> | null = null;

  const enter = async (candidate: string): Promise<SessionReply> => {
    const reply = await open(candidate);
    if (!ours(reply)) throw new ForeignSessionError();
    return reply;
  };

  const opened = async (reason: 'expired' | 'refused'): Promise<SessionReply> => {
    const known = token;
    token = null;
    if (known !== null) {
      try {
        return await enter(known);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'unauthorized') {
          token = known;
          throw error;
        }
      }
    }
    const next = await channel.askToken(known === null ? reason : 'refused');
    try {
      return await enter(next);
    } catch (error) {
      // What failed for another reason is tried again with the same token.
      if (!(error instanceof ApiError) || error.code !== 'unauthorized') token = next;
      else channel.fail('token_refused', 'the server does not take the token');
      throw error;
    }
  };

  const reopen = (reason: 'expired' | 'refused'): Promise<SessionReply> => {
    opening ??= opened(reason)
      .then((reply) => {
        session = reply;
        token = reply.token;
        return reply;
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  };

  const get = async (): Promise<SessionReply> =>
    session && Date.parse(session.expiresAt) - RENEW_BEFORE_MS > now() ? session : reopen('expired');

  return {
    get,
    current: () => session,
    call: async (use) => {
      const { token: current } = await get();
      try {
        return await use(current);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'unauthorized') throw error;
        token = null;
        return use((await reopen('refused')).token);
      }
    },
    remembered: () => session?.token ?? token,
    // The page decides when its session is over.
    forget: () => {},
  };
}
