import type { ApplicationReceipt } from '#src/contract/index.ts';
import { getReceipt } from '#src/lib/api/applications.ts';
import { isPassing } from '#src/lib/api/client.ts';
import { deleteDraft } from '#src/lib/api/drafts.ts';
import { keepTrying } from '#src/lib/keep-trying.ts';
import type { SessionKeeper } from '#src/lib/session.ts';
import type { DraftSaver } from './draft-saver.ts';
import type { Sending } from './sending.ts';

export interface EraseDeps {
  readonly session: Pick<SessionKeeper, 'call' | 'forget'>;
  readonly drafts: Pick<DraftSaver, 'close' | 'open'>;
  readonly sending: Pick<Sending, 'inDoubt' | 'landed'>;
  /** Takes what the office has, where it turns out that the application had arrived. */
  readonly onReceipt: (receipt: ApplicationReceipt) => void;
}

/**
 * "Delete my data": erases draft, readings and photos of this session, after the last write and before the next one.
 * @returns whether they are erased: not where the application had arrived.
 * @throws ApiError where nothing could be erased: everything is as it was.
 */
export async function eraseEverything({ session, drafts, sending, onReceipt }: EraseDeps): Promise<boolean> {
  await drafts.close();
  try {
    // A try that was given up in the middle may arrive yet: nothing is erased before that is known.
    if (await sending.landed()) return false;
    const sent = sending.inDoubt() ? await session.call((token) => getReceipt(token)) : null;
    if (sent) onReceipt(sent.receipt);
    else {
      await session.call(deleteDraft);
      session.forget();
    }
    return !sent;
  } finally {
    drafts.open();
  }
}

/**
 * The person does not wait for the erasure: it is tried on while the page is open. Where the session goes on, nothing
 * is: what is begun next must not be erased. The BFF erases what was not sent within a day.
 */
export function eraseLater({ session }: Pick<EraseDeps, 'session'>): void {
  const left = session.forget();
  if (!left) return;
  const { signal } = new AbortController();
  keepTrying(() => left.call(deleteDraft), { signal, passes: isPassing }).catch(() => undefined);
}
