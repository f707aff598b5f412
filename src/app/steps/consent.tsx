import type { ReactNode } from 'react';
import type { Consent as Given, ReaderInfo } from '#src/contract/index.ts';
import { type Translate, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon, type IconName } from '#src/ui/icon.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Progress } from '#src/ui/progress.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { CONSENT_VERSION } from '../consent-version.ts';
import type { SessionState } from '../flow/use-session.ts';
import { Waiting } from '../shell.tsx';
import type en from '../words.en.ts';
import { appWords } from '../words.ts';

function readerText(reader: ReaderInfo, t: Translate<keyof typeof en>): string {
  if (reader.kind === 'embedded') return t('consent.who.embedded');
  return reader.operator ? t('consent.who.hosted', { operator: reader.operator }) : t('consent.who.outside');
}

export interface ConsentProps {
  session: SessionState;
  onBack: () => void;
  onAccept: (consent: Given, manual: boolean) => void;
}

/** Notice and consent, before the first upload: what for, who reads it, what is kept. */
export function Consent({ session, onBack, onAccept }: ConsentProps): ReactNode {
  const t = useWords(appWords);
  const { locale } = useLocale();
  const { info, proving } = session;
  const accept = (manual: boolean): void =>
    onAccept({ version: CONSENT_VERSION, locale, acceptedAt: new Date().toISOString() }, manual);
  const back = { label: t('app.back'), onClick: onBack };

  if (!info)
    return (
      <Screen title={t('consent.title')} back={back}>
        {session.down ? (
          <Notice kind="check" live="status" title={t('welcome.down.title')}>
            <p>{t('welcome.down.text')}</p>
            <Button look="quiet" icon="again" onClick={session.retry}>
              {t('app.again')}
            </Button>
          </Notice>
        ) : proving === null ? (
          <Waiting />
        ) : (
          <Progress label={t('proof.label')} value={proving} says={t('proof.text')} />
        )}
      </Screen>
    );

  const points: readonly (readonly [IconName, string, string])[] = [
    ['info', t('consent.why.title'), t('consent.why.text')],
    ['camera', t('consent.who.title'), readerText(info.reader, t)],
    ['lock', t('consent.keep.title'), t('consent.keep.text')],
  ];
  return (
    <Screen
      title={t('consent.title')}
      back={back}
      action={
        <div className="flex flex-col gap-2">
          <Button onClick={() => accept(false)}>{t('consent.accept')}</Button>
          {info.allowManual && (
            <Button look="quiet" onClick={() => accept(true)}>
              {t('app.manual')}
            </Button>
          )}
        </div>
      }
    >
      <ul className="flex flex-col gap-6">
        {points.map(([icon, title, text]) => (
          <li key={title} className="flex gap-4">
            <Icon name={icon} className="mt-0.5 size-6 text-accent" />
            <div>
              <h2 className="text-lg font-strong">{title}</h2>
              <p className="mt-0.5">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </Screen>
  );
}
