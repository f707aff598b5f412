import { type ReactNode, Suspense } from 'react';
import { Shell, Waiting } from '../shell.tsx';
import type { Step } from './machine.ts';

/** The steps that count as progress, as a person sees them. */
const PROGRESS: Partial<Record<Step, number>> = { consent: 1, capture: 2, reading: 2, form: 3, receipt: 4 };
const COUNT = 4;

export interface FrameProps {
  step: Step;
  aside?: ReactNode;
  /** Before the content: what this way is about. */
  above?: ReactNode;
  content: ReactNode;
}

/** A step of the flow in the page's frame, with how far one has come. */
export function Frame({ step, aside, above, content }: FrameProps): ReactNode {
  const at = PROGRESS[step];
  return (
    <Shell aside={aside} {...(at && { progress: { step: at, count: COUNT } })}>
      {/* A step of its own: the one before does not stay up while this one's parts are fetched. */}
      <Suspense key={step} fallback={<Waiting />}>
        {above}
        {content}
      </Suspense>
    </Shell>
  );
}
