import type { SessionReply } from '#src/contract/index.ts';
import { ApiError } from './api/client.ts';
import { openSession } from './api/sessions.ts';
import { SESSION_KEY, tabCache } from './storage.ts';

/** A token this close to its end is renewed before it is used, ms. */
const RENEW_BEFORE_MS = 60_000;

/** One onboarding's token: in memory, with a copy in the tab's cache for a reload. */
export interface SessionKeeper {
  /** The session as far as it is open; null where nothing is known of it yet. */
  readonly current: () => SessionReply | null;
  /** The session, opened or renewed where needed. One call is under way at most. */
  readonly get: () => Promise<SessionReply>;
  /** Calls with a valid token; renews it once if the BFF no longer takes it. */
  readonly call: <T>(use: (token: string) => Promise<T>) => Promise<T>;
  /** The token of before a reload, if the tab still knows it. */
  readonly remembered: () => string | null;
  /** Ends this onboarding here: the next call opens a new session. */
  readonly forget: () => void;
}

/** @param initial a session that is open already, of which this tab's cache knows nothing. */
export function createSessionKeeper(
  now: () => number = Date.now,
  initial: SessionReply | null = null,
): SessionKeeper {
  let session = initial;
  let opening: Promise<SessionReply> | null = null;

  const open = (): Promise<SessionReply> => {
    opening ??= openSession(session?.token ?? tabCache.get(SESSION_KEY))
      .then((reply) => {
        session = reply;
        tabCache.set(SESSION_KEY, reply.token);
        return reply;
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  };

  const get = async (): Promise<SessionReply> =>
    session && Date.parse(session.expiresAt) - RENEW_BEFORE_MS > now() ? session : open();

  return {
    current: () => session,
    get,
    call: async (use) => {
      const { token } = await get();
      try {
        return await use(token);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'unauthorized') throw error;
        return use((await open()).token);
      }
    },
    remembered: () => session?.token ?? tabCache.get(SESSION_KEY),
    forget: () => {
      session = null;
      tabCache.remove(SESSION_KEY);
    },
  };
}
