import { type ReactNode, useEffect, useRef } from 'react';
import type { ApiErrorCode } from '#src/lib/api/client.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import type en from './words.en.ts';
import { formWords } from './words.ts';

/** How far the sending is. `waiting`: complete, but the office cannot be reached; it is tried again. */
export type Submission =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  | { readonly state: 'waiting'; readonly onTryNow: () => void; readonly onStop: () => void }
  | { readonly state: 'failed'; readonly code: ApiErrorCode };

/** What a person is told of each failure; the rest is a fault of ours. */
const PROBLEMS: Partial<Record<ApiErrorCode, keyof typeof en>> = {
  checks_failed: 'form.problem.checks',
  conflict: 'form.problem.gone',
  invalid_request: 'form.problem.gone',
  rate_limited: 'form.problem.busy',
  session_changed: 'form.problem.unsure',
  unauthorized: 'form.problem.over',
};

/** The end of the form: what sending means, the button, and how it went. */
export function SubmitBar({ submission }: { submission: Submission }): ReactNode {
  const t = useWords(formWords);
  const busy = submission.state === 'sending' || submission.state === 'waiting';
  const button = useRef<HTMLButtonElement>(null);
  // The fields go inert, and a focus in one of them would be nowhere.
  useEffect(() => {
    if (busy) button.current?.focus({ preventScroll: true });
  }, [busy]);
  return (
    <div className="mt-9 space-y-4">
      {submission.state === 'failed' && (
        <Notice kind="stop" live="alert" title={t('form.problem.title')}>
          <p>{t(PROBLEMS[submission.code] ?? 'form.problem.other')}</p>
        </Notice>
      )}
      {submission.state === 'waiting' && (
        <Notice kind="check" live="status" title={t('form.waiting.title')}>
          <p>{t('form.waiting.text')}</p>
          <div className="flex flex-wrap gap-x-4">
            <Button look="quiet" icon="again" onClick={submission.onTryNow}>
              {t('form.waiting.now')}
            </Button>
            <Button look="quiet" onClick={submission.onStop}>
              {t('form.waiting.stop')}
            </Button>
          </div>
        </Notice>
      )}
      <p className="text-quiet">{t('form.truth')}</p>
      <Button ref={button} type="submit" busy={busy} className="w-full">
        {t(busy ? 'form.sending' : 'form.send')}
      </Button>
    </div>
  );
}
