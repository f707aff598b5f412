import { type ReactNode, useState } from 'react';
import type { ApplicationStatus } from '#src/contract/index.ts';
import { LOCALE_TAGS, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { OfflineScene } from '#src/ui/illustrations/scenes.tsx';
import { Notice, type NoticeProps } from '#src/ui/notice.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { Waiting } from '../shell.tsx';
import { appWords } from '../words.ts';
import { useStatus } from './use-status.ts';

const KINDS: Readonly<Record<ApplicationStatus['status'], NoticeProps['kind']>> = {
  submitted: 'info',
  in_review: 'info',
  approved: 'done',
  declined: 'stop',
  resubmission_requested: 'check',
  expired: 'check',
  abandoned: 'check',
};
/** Where a person can only begin anew. */
const OVER: readonly ApplicationStatus['status'][] = ['resubmission_requested', 'expired', 'abandoned'];

/** `/status/{id}#{secret}`: where an application stands, for whoever holds the link. */
export function StatusPage({ id }: { id: string }): ReactNode {
  const t = useWords(appWords);
  // The secret stays in the fragment, which no server sees; it goes out as a header alone.
  const [secret] = useState(() => location.hash.slice(1));
  const { status, failure, asking, again } = useStatus(id, secret);
  const refresh = (
    <Button look="other" icon="again" busy={asking} onClick={again}>
      {t('status.refresh')}
    </Button>
  );
  if (status)
    return (
      <Screen title={t('status.title')} focusHeading={false}>
        <Standing status={status} />
        {refresh}
      </Screen>
    );
  if (!failure)
    return (
      <Screen title={t('status.title')} focusHeading={false}>
        <p role="status" className="sr-only">
          {t('status.loading')}
        </p>
        <Waiting />
      </Screen>
    );
  return (
    <Screen title={t(`status.${failure}.title`)}>
      <p className="text-lg">{t(`status.${failure}.text`)}</p>
      <OfflineScene className="mx-auto my-4 w-full max-w-72" />
      {failure === 'unknown' ? <ButtonLink href="/">{t('status.start')}</ButtonLink> : refresh}
    </Screen>
  );
}

function Standing({ status }: { status: ApplicationStatus }): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const sent = new Intl.DateTimeFormat(LOCALE_TAGS[locale], { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <div>
        <p className="text-quiet">{t('receipt.reference')}</p>
        <p className="ltr inline-block text-2xl font-strong tracking-wider">{status.reference}</p>
        <p className="text-quiet">{t('status.sent', { date: sent.format(new Date(status.submittedAt)) })}</p>
      </div>
      <Notice kind={KINDS[status.status]} live="status" title={t(`status.${status.status}.title`)}>
        <p>{t(`status.${status.status}.text`)}</p>
      </Notice>
      {status.comment && (
        <section aria-labelledby="comment">
          <h2 id="comment" className="font-strong">
            {t('status.comment')}
          </h2>
          <p dir="auto" className="whitespace-pre-line">
            {status.comment}
          </p>
        </section>
      )}
      {OVER.includes(status.status) && (
        <ButtonLink look="main" href="/">
          {t('status.start')}
        </ButtonLink>
      )}
    </>
  );
}
