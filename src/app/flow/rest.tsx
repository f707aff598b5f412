import { type ReactNode, useEffect } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import { getReceipt } from '#src/lib/api/applications.ts';
import { getDraft } from '#src/lib/api/drafts.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
import { keepSentBy } from '../sent-by.ts';
import { keepReceipt, keptReceipt } from './kept-receipt.ts';
import type { Flow, FlowEvent } from './machine.ts';
import { session } from './session.ts';
import { prefetch } from './slots.ts';
import { StepView } from './step-view.tsx';
import { useDraft } from './use-draft.ts';

export interface RestProps {
  flow: Exclude<Flow, { step: 'welcome' }>;
  send: (event: FlowEvent) => void;
}

/** Every screen behind the first one. */
export function Rest({ flow, send }: RestProps): ReactNode {
  useDraft(flow);
  const country = flow.step === 'receipt' ? flow.country : flow.known.country;
  const { locale } = useLocale();
  useEffect(() => prefetch(country, locale), [country, locale]);
  return <StepView flow={flow} send={send} />;
}

/** Opens this tab's session, or gives the one that is open. */
export const openSession = (): Promise<SessionReply> => session.get();

/** What this tab knew before a reload, as the event that brings it back; null where there is nothing. */
export async function loadBefore(signal: AbortSignal, begunElsewhere: boolean): Promise<FlowEvent | null> {
  const kept = begunElsewhere ? null : keptReceipt();
  if (kept) return { type: 'sent', ...kept };
  // A stale token is renewed first.
  const reply = await session.call((token) => getDraft(token, signal));
  if (reply) return { type: 'resumed', reply };
  // Sent, and the answer was lost with the page.
  const sent = await session.call((token) => getReceipt(token, signal));
  if (!sent) return null;
  const token = session.current()?.token ?? null;
  session.forget();
  if (!begunElsewhere) {
    keepReceipt(sent.country, sent.receipt);
    keepSentBy(sent.receipt.id, token);
  }
  return { type: 'sent', ...sent };
}
