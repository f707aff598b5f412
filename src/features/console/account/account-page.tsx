import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { MIN_PASSWORD } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { changePassword } from '../api/own-account.ts';
import { Page } from '../frame/page.tsx';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useMe } from '../session.ts';
import { Passkeys } from './passkeys.tsx';
import { Section } from './section.tsx';
import { Sessions } from './sessions.tsx';
import { Totp } from './totp.tsx';
import { accountWords } from './words.ts';

/** `/agent/account`: how one gets in, and where one is in. */
export function AccountPage(): ReactNode {
  const t = useWords(accountWords);
  const me = useMe();
  return (
    <Page title={t('account.title')}>
      <p>
        <bdi className="font-strong">{me.name}</bdi> · <span className="ltr inline-block">{me.email}</span>
      </p>
      <div className="flex flex-col gap-5">
        {me.hasPassword && <Totp on={me.totp} />}
        <Passkeys />
        <Sessions own={me.sessionId} />
        {me.hasPassword && <Password />}
      </div>
    </Page>
  );
}

function Password(): ReactNode {
  const t = useWords(accountWords);
  const client = useQueryClient();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: changePassword,
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    mutate({ current: String(data.get('current')), next: String(data.get('next')) });
    event.currentTarget.reset();
  };
  return (
    <Section title={t('account.password')} error={error}>
      <form onSubmit={onSubmit} className="flex w-full flex-wrap items-end gap-3">
        <TextField
          label={t('account.password.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          isRequired
          className="w-64"
          input={{ dir: 'ltr' }}
        />
        <TextField
          label={t('account.password.next')}
          hint={t('account.password.hint', { min: MIN_PASSWORD })}
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={MIN_PASSWORD}
          isRequired
          className="w-80"
          input={{ dir: 'ltr' }}
        />
        <Button type="submit" busy={isPending}>
          {t('account.password.change')}
        </Button>
      </form>
      <p role="status" className="text-done empty:hidden">
        {isSuccess && t('account.password.changed')}
      </p>
    </Section>
  );
}
