import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TotpSetup } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { QrCode } from '#src/ui/qr.tsx';
import { beginTotp, confirmTotp, removeTotp } from '../api/own-account.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/text-field.tsx';
import { meKey } from '../session.ts';
import { Section } from './section.tsx';
import { accountWords } from './words.ts';

/** The second factor from an app: set up with a picture to scan, and switched off again. */
export function Totp({ on }: { on: boolean }): ReactNode {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const [setup, setSetup] = useState<TotpSetup | null>(null);
  const renew = () => client.invalidateQueries({ queryKey: meKey });
  const begin = useMutation({ mutationFn: beginTotp, onSuccess: setSetup });
  const confirm = useMutation({
    mutationFn: confirmTotp,
    onSuccess: async () => {
      setSetup(null);
      await renew();
    },
  });
  const remove = useMutation({ mutationFn: removeTotp, onSuccess: renew });
  const withPassword = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get('password'));
    event.currentTarget.reset();
    (on ? remove : begin).mutate(password);
  };
  return (
    <Section title={t('account.totp')} error={begin.error ?? confirm.error ?? remove.error}>
      <p className="text-quiet">{t(on ? 'account.totp.on' : 'account.totp.off')}</p>
      {setup ? (
        <Confirm setup={setup} busy={confirm.isPending} onCode={confirm.mutate} />
      ) : (
        <form onSubmit={withPassword} className="flex flex-wrap items-end gap-3">
          <TextField
            label={t('account.password.current')}
            name="password"
            type="password"
            autoComplete="current-password"
            isRequired
            className="w-64"
            input={{ dir: 'ltr' }}
          />
          <Button type="submit" look={on ? 'stop' : 'other'} busy={begin.isPending || remove.isPending}>
            {t(on ? 'account.totp.remove' : 'account.totp.begin')}
          </Button>
        </form>
      )}
    </Section>
  );
}

interface ConfirmProps {
  setup: TotpSetup;
  busy: boolean;
  onCode: (code: string) => void;
}

function Confirm({ setup, busy, onCode }: ConfirmProps): ReactNode {
  const t = useWords(accountWords);
  const secret = new URL(setup.uri).searchParams.get('secret') ?? '';
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onCode(String(new FormData(event.currentTarget).get('code')).replaceAll(' ', ''));
  };
  return (
    <div className="flex flex-wrap gap-6">
      <figure className="w-52">
        <QrCode text={setup.uri} label={t('account.totp.scan')} />
        <figcaption className="mt-1 text-xs text-quiet">
          {t('account.totp.scan')}, {t('account.totp.secret')}:
          <code className="ltr block font-sans break-all text-ink select-all">{secret}</code>
        </figcaption>
      </figure>
      <div className="flex min-w-64 flex-1 flex-col gap-4">
        <div>
          <p>{t('account.totp.backup')}</p>
          <ul className="ltr mt-1 columns-2 font-strong tracking-wider select-all">
            {setup.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
        <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
          <TextField
            label={t('account.totp.code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            isRequired
            autoFocus
            className="w-52"
            input={{ dir: 'ltr', className: 'tracking-widest' }}
          />
          <Button type="submit" look="main" busy={busy}>
            {t('account.totp.confirm')}
          </Button>
        </form>
      </div>
    </div>
  );
}
