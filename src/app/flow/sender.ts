import type { ApplicationReceipt, ApplicationSubmission } from '#src/contract/index.ts';
import { getReceipt, submitApplication } from '#src/lib/api/applications.ts';
import { ApiError, isPassing } from '#src/lib/api/client.ts';
import type { SessionKeeper } from '#src/lib/session.ts';

interface Sent {
  readonly submission: ApplicationSubmission;
  readonly key: string;
  readonly sessionId: string;
}

export interface Sender {
  /** @throws ApiError; the signal's reason when it was aborted. */
  readonly send: (submission: ApplicationSubmission, signal: AbortSignal) => Promise<ApplicationReceipt>;
  /** Whether a sending may have arrived that no answer came to. */
  readonly inDoubt: () => boolean;
}

/**
 * However often it sends, one application comes of it. The same content goes out under the
 * same key until an answer comes. If something else of this session had arrived already, the BFF refuses it: an
 * earlier sending that was changed since, or what the other device of a hand-off has sent. Then that one's receipt is
 * fetched, for it is what the office has. A session that is no longer the one of an unanswered sending ends in
 * `session_changed`: whether that sending arrived cannot be told any more, and sending it in another session might make
 * a second one.
 */
export function createSender(session: SessionKeeper): Sender {
  let unanswered: Sent | null = null;

  const post = async (sent: Sent, signal: AbortSignal): Promise<ApplicationReceipt> => {
    const checked = async (token: string): Promise<ApplicationReceipt> => {
      if ((await session.get()).sessionId !== sent.sessionId) throw new ApiError('session_changed');
      return submitApplication(token, sent.submission, sent.key, signal);
    };
    return session.call(checked);
  };

  const send: Sender['send'] = async (submission, signal) => {
    const first = unanswered;
    const same = first !== null && JSON.stringify(first.submission) === JSON.stringify(submission);
    const sessionId = first?.sessionId ?? (await session.get()).sessionId;
    const sent = same ? first : { submission, key: crypto.randomUUID(), sessionId };
    unanswered ??= sent;
    try {
      return await post(sent, signal);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'conflict') {
        const arrived = await session.call((token) => getReceipt(token, signal));
        if (arrived) return arrived.receipt;
      }
      // A definite answer to the only sending there was: nothing is in doubt any more.
      if (unanswered === sent && error instanceof ApiError && !isPassing(error)) unanswered = null;
      throw error;
    }
  };
  return { send, inDoubt: () => unanswered !== null };
}
