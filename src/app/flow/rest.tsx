import { type ReactNode, useEffect } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import { useLocale } from '#src/lib/i18n/index.ts';
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

export { loadBefore } from './before.ts';
