import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ROLES, type Role } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { getInvitations, invite, withdrawInvitation } from '../api/people.ts';
import { Button } from '../kit/button.tsx';
import { Copy } from '../kit/copy.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { Select } from '../kit/select.tsx';
import { TextField } from '../kit/text-field.tsx';
import { dateTime } from '../kit/time.ts';
import { consoleWords } from '../words.ts';
import { peopleError } from './errors.ts';
import { settingsWords } from './words.ts';

const INVITATIONS = ['invitations'] as const;

/** Those who are asked to come, and the form that asks one more. */
export function Invitations(): ReactNode {
  const t = useWords(settingsWords);
  const c = useWords(consoleWords);
  const { locale } = useLocale();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('agent');
  const { data = [] } = useQuery({ queryKey: INVITATIONS, queryFn: ({ signal }) => getInvitations(signal) });
  const renew = () => client.invalidateQueries({ queryKey: INVITATIONS });
  const make = useMutation({ mutationFn: (email: string) => invite({ email, role }), onSuccess: renew });
  const withdraw = useMutation({ mutationFn: withdrawInvitation, onSettled: renew });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    make.mutate(String(new FormData(event.currentTarget).get('email') ?? '').trim());
  };
  return (
    <section aria-labelledby="invitations" className="mt-4 flex flex-col gap-3">
      <h2 id="invitations" className="border-b border-hairline pb-1 text-base font-strong">
        {t('invitation.title')}
      </h2>
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-2">
        <TextField
          label={t('invitation.email')}
          name="email"
          type="email"
          autoComplete="off"
          isRequired
          className="w-72"
          input={{ dir: 'ltr' }}
        />
        <Select
          label={t('invitation.role')}
          value={role}
          options={ROLES.map((value) => ({ value, label: c(`role.${value}`) }))}
          onChange={setRole}
          className="w-40"
        />
        <Button type="submit" look="main" busy={make.isPending}>
          <Glyph name="mail" />
          {t('invitation.make')}
        </Button>
      </form>
      <p role="alert" className="text-stop empty:hidden">
        {make.error && t(peopleError(make.error))}
      </p>
      {make.data && (
        <Notice kind="done" live="status" title={t('invitation.made', { email: make.data.invitation.email })}>
          <p>
            {t('invitation.link')} {make.data.mailed && t('invitation.mailed')}
          </p>
          <Copy text={make.data.link} label={t('invitation.copy')} done={t('invitation.copied')} />
        </Notice>
      )}
      {data.length === 0 ? (
        <p className="text-quiet">{t('invitation.none')}</p>
      ) : (
        <ul>
          {data.map(({ id, email, role: as, invitedBy, expiresAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-hairline py-1">
              <span className="ltr font-strong">{email}</span>
              <span>{c(`role.${as}`)}</span>
              <span className="flex-1 text-quiet">
                {t('invitation.by', { name: invitedBy, time: dateTime(expiresAt, locale) })}
              </span>
              <Button
                look="plain"
                aria-label={t('invitation.withdraw', { email })}
                onPress={() => withdraw.mutate(id)}
              >
                <Glyph name="bin" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
