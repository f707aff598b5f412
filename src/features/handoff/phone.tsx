import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import type { SessionReply } from '#src/contract/index.ts';
import type { HandoffOpened } from '#src/contract/partner/handoff.ts';
import { digitsIn } from '#src/contract/plain.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { joinHandoff, openHandoff } from '#src/lib/api/handoffs.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/progress.tsx';
import { Screen } from '#src/ui/screen.tsx';
import { words } from './words.ts';

const DIGITS = 4;

/** The digits of a code, however they were typed or copied. */
export const codeIn = (text: string): string => digitsIn(text).slice(0, DIGITS);

type Trouble = 'code' | 'spent' | 'offline';

const troubleOf = (error: unknown): Trouble => {
  const code = error instanceof ApiError ? error.code : 'internal';
  if (code === 'code_wrong') return 'code';
  return code === 'link_spent' || code === 'not_found' || code === 'invalid_request' ? 'spent' : 'offline';
};

export interface PhoneProps {
  readonly secret: string;
  readonly onJoined: (reply: SessionReply, handoff: HandoffOpened) => void;
}

/** The phone's side, before it is in: who asks, and the code that the other screen shows. */
export function HandoffPhone({ secret, onJoined }: PhoneProps): ReactNode {
  const t = useWords(words);
  const id = useId();
  const [opened, setOpened] = useState<HandoffOpened | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the same work once more
  useEffect(() => {
    let gone = false;
    setTrouble(null);
    openHandoff(secret).then(
      (reply) => !gone && setOpened(reply),
      (error: unknown) => !gone && setTrouble(troubleOf(error)),
    );
    return () => {
      gone = true;
    };
  }, [secret, attempt]);

  const join = (event: FormEvent): void => {
    event.preventDefault();
    if (!opened || busy || code.length !== DIGITS) return;
    setBusy(true);
    setTrouble(null);
    // The next one may be typed while this one is looked at.
    setCode('');
    joinHandoff(secret, code)
      .then(
        (reply) => onJoined(reply, opened),
        (error: unknown) => {
          const why = troubleOf(error);
          setTrouble(why);
          if (why === 'offline') setCode((now) => now || code);
        },
      )
      .finally(() => setBusy(false));
  };

  if (trouble === 'spent')
    return (
      <Screen title={t('phone.spent.title')} focusHeading={false}>
        <Notice kind="check" live="status">
          <p>{t('phone.spent.text')}</p>
        </Notice>
      </Screen>
    );
  if (!opened)
    return (
      <Screen title={t('phone.title')} focusHeading={false}>
        {trouble ? (
          <>
            <Notice kind="stop" live="alert" title={t('phone.offline')} />
            <Button icon="again" onClick={() => setAttempt((count) => count + 1)}>
              {t('phone.again')}
            </Button>
          </>
        ) : (
          <Spinner className="mx-auto size-8 text-accent" />
        )}
      </Screen>
    );
  return (
    <Screen title={t('phone.title')} focusHeading={false}>
      <form onSubmit={join} className="flex flex-1 flex-col gap-5">
        <p className="text-lg">
          {opened.name ? t('phone.lead.partner', { name: opened.name }) : t('phone.lead.own')}
        </p>
        <div>
          <label htmlFor={id} className="block text-lg font-strong">
            {t('phone.code')}
          </label>
          <input
            id={id}
            value={code}
            onChange={(event) => setCode(codeIn(event.target.value))}
            inputMode="numeric"
            autoComplete="one-time-code"
            enterKeyHint="go"
            dir="ltr"
            aria-describedby={`${id}-trouble`}
            aria-invalid={trouble === 'code'}
            className="mt-2 w-full rounded-md border border-edge bg-surface px-4 py-3 text-center text-3xl tracking-[0.4em]"
          />
          <div id={`${id}-trouble`} aria-live="assertive" className="mt-2 text-stop">
            {trouble === 'code' && t('phone.wrong')}
            {trouble === 'offline' && t('phone.offline')}
          </div>
        </div>
        <p className="text-sm text-quiet">{t('phone.guard')}</p>
        <Button type="submit" busy={busy} disabled={code.length !== DIGITS} className="mt-auto w-full">
          {t('phone.go')}
        </Button>
      </form>
    </Screen>
  );
}
