import type { SessionReply } from '#src/contract/index.ts';
import { ApiError } from './api/client.ts';
import { openSession } from './api/sessions.ts';
import { SESSION_KEY, tabCache } from './storage.ts';

/** A token this close to its end is renewed before it is used, ms. */
const RENEW_BEFORE_MS = 60_000;

/** Why another token is needed. */
export type RenewalReason = 'expired' | 'refused';

/** One onboarding's token, in memory. */
export interface SessionKeeper {
  /** The session as far as it is open; null where nothing is known of it yet. */
  readonly current: () => SessionReply | null;
  /** The session, opened or renewed where needed. One call is under way at most. */
  readonly get: () => Promise<SessionReply>;
  /** Calls with a valid token; renews it once if the BFF no longer takes it. */
  readonly call: <T>(use: (token: string) => Promise<T>) => Promise<T>;
  /**
   * Ends this onboarding here, where that is this tab's to decide: what follows has a session of its own.
   * @returns the keeper of what was left; null where the session was begun elsewhere, and goes on.
   */
  readonly forget: () => SessionKeeper | null;
}

/**
 * A keeper of one session, whoever gives its tokens. Its session never becomes another one.
 * @param open opens the session, or has the one of `before` go on under another token.
 */
export function createKeeper(
  open: (before: SessionReply | null, reason: RenewalReason) => Promise<SessionReply>,
  now: () => number = Date.now,
  initial: SessionReply | null = null,
): SessionKeeper {
  let session = initial;
  let opening: Promise<SessionReply> | null = null;

  const reopen = (reason: RenewalReason): Promise<SessionReply> => {
    opening ??= open(session, reason)
      .then((reply) => {
        session = reply;
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
    current: () => session,
    get,
    call: async (use) => {
      const { token } = await get();
      try {
        return await use(token);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'unauthorized') throw error;
        return use((await reopen('refused')).token);
      }
    },
    forget: () => null,
  };
}

/**
 * The keeper of this site's own onboardings, with a copy of the token in the tab's cache for a reload. Where the BFF
 * has no session for a token any more, it opens another.
 * @param initial a session that is open already.
 */
export function createSessionKeeper(
  now: () => number = Date.now,
  initial: SessionReply | null = null,
): SessionKeeper {
  const begin = (first: SessionReply | null, token: string | null): SessionKeeper => {
    const own = createKeeper(
      async (before) => {
        const reply = await openSession(before?.token ?? token);
        if (own === keeper) tabCache.set(SESSION_KEY, reply.token);
        return reply;
      },
      now,
      first,
    );
    return own;
  };
  let keeper = begin(initial, tabCache.get(SESSION_KEY));
  return {
    current: () => keeper.current(),
    get: () => keeper.get(),
    call: (use) => keeper.call(use),
    forget: () => {
      const left = keeper;
      tabCache.remove(SESSION_KEY);
      keeper = begin(null, null);
      return left;
    },
  };
}

/**
 * The keeper of a session that was begun elsewhere: by a partner, or on the device that handed it on. It is not this
 * tab's to end, and nobody's session takes its place: once it is over every call fails with `unauthorized`.
 */
export const createGivenKeeper = (given: SessionReply, now: () => number = Date.now): SessionKeeper =>
  createKeeper(
    async (before) => {
      const reply = await openSession((before ?? given).token);
      if (reply.sessionId !== given.sessionId) throw new ApiError('unauthorized');
      return reply;
    },
    now,
    given,
  );
