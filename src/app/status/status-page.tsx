import { type ReactNode, useState } from 'react';
import type { ApplicationStatus } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { OfflineScene } from '#src/ui/illustrations/scenes.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { Waiting } from '../shell.tsx';
import { Answer } from './answer.tsx';
import { Standing } from './standing.tsx';
import { useStatus } from './use-status.ts';
import { statusWords } from './words.ts';
import { type Ended, YourData } from './your-data.tsx';

const DECIDED: readonly ApplicationStatus['status'][] = ['approved', 'declined'];

/** `/status/{id}#{secret}`: where an application stands, for whoever holds the link. */
export function StatusPage({ id }: { id: string }): ReactNode {
  const t = useWords(statusWords);
  // The secret stays in the fragment, which no server sees; it goes out as a header alone.
  const [secret] = useState(() => location.hash.slice(1));
  const { status, failure, asking, again } = useStatus(id, secret);
  const [ended, setEnded] = useState<Ended | null>(null);
  const refresh = (
    <Button look="other" icon="again" busy={asking} onClick={again}>
      {t('status.refresh')}
    </Button>
  );

  if (ended)
    return (
      <Screen title={t(`status.${ended}.done.title`)}>
        <Notice kind="done">
          <p>{t(`status.${ended}.done.text`)}</p>
        </Notice>
        <ButtonLink href="/">{t('status.start')}</ButtonLink>
      </Screen>
    );
  if (status) {
    const asked = status.resubmission;
    return (
      <Screen title={t('status.title')} focusHeading={false}>
        <Standing status={status} />
        {asked && <Answer id={id} secret={secret} ask={asked.ask} onLate={again} />}
        {status.status === 'expired' && (
          <ButtonLink look="main" href="/">
            {t('status.start')}
          </ButtonLink>
        )}
        {refresh}
        <YourData
          id={id}
          secret={secret}
          decided={DECIDED.includes(status.status)}
          onEnded={setEnded}
          onLate={again}
        />
      </Screen>
    );
  }
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
