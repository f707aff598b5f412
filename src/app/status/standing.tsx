import type { ReactNode } from 'react';
import type { ApplicationStatus } from '#src/contract/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Notice, type NoticeProps } from '#src/ui/notice.tsx';
import { Reasons } from '../ask/asked.tsx';
import { sentAt } from '../sent-at.ts';
import { appWords } from '../words.ts';
import type en from './words.en.ts';
import { statusWords } from './words.ts';

type Status = ApplicationStatus['status'];

const KINDS: Readonly<Record<Status, NoticeProps['kind']>> = {
  submitted: 'info',
  in_review: 'info',
  approved: 'done',
  declined: 'stop',
  resubmission_requested: 'check',
  expired: 'check',
};

/** What there is to say of the time after; where something is asked of the customer, that is all. */
const NEXT: Partial<Record<Status, keyof typeof en>> = {
  submitted: 'status.next.submitted',
  in_review: 'status.next.in_review',
  approved: 'status.next.decided',
  declined: 'status.next.decided',
};

/** Where an application stands, what is asked, and what happens next. */
export function Standing({ status }: { status: ApplicationStatus }): ReactNode {
  const t = useWords(statusWords);
  const say = useWords(appWords);
  const { locale } = useLocale();
  const { resubmission, comment } = status;
  const words = resubmission?.ask === 'correction' ? 'correction' : status.status;
  const next = NEXT[status.status];
  return (
    <>
      <div>
        <p className="text-quiet">{say('receipt.reference')}</p>
        <p className="ltr inline-block text-2xl font-strong tracking-wider">{status.reference}</p>
        <p className="text-quiet">{say('receipt.sent', sentAt(status.submittedAt, locale))}</p>
      </div>
      <Notice kind={KINDS[status.status]} live="status" title={t(`status.${words}.title`)}>
        <p>{t(`status.${words}.text`)}</p>
        {resubmission && <Reasons asked={resubmission} comment={comment} />}
      </Notice>
      {comment && !resubmission && (
        <section aria-labelledby="comment">
          <h2 id="comment" className="font-strong">
            {t('status.comment')}
          </h2>
          <p dir="auto" className="whitespace-pre-line">
            {comment}
          </p>
        </section>
      )}
      {next && (
        <section aria-labelledby="next">
          <h2 id="next" className="font-strong">
            {t('status.next.title')}
          </h2>
          <p>{t(next)}</p>
        </section>
      )}
    </>
  );
}
