import type { ApplicationReceipt } from '#src/contract/index.ts';
import { dropAsk } from '../ask/kept.ts';
import { keepSentBy } from '../sent-by.ts';
import { keepReceipt } from './kept-receipt.ts';
import { session } from './session.ts';

/**
 * Ends this onboarding with its receipt: one session, one application, and the next one starts afresh.
 * @param keep whether this tab may show it again.
 */
export function endWith(country: string, receipt: ApplicationReceipt, keep: boolean): void {
  const token = session.current()?.token ?? null;
  session.forget();
  dropAsk();
  if (!keep) return;
  keepReceipt(country, receipt);
  keepSentBy(receipt.id, token);
}
