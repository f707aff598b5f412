import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { type Account, ROLES } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { changeAccount, endSessionsOf, getAccounts, unlockAccount } from '../api/people.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { buttonShape } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { Menu, type MenuEntry } from '../kit/menu.tsx';
import { dateTime } from '../kit/time.ts';
import { mayAs, useMe } from '../session.ts';
import { consoleWords } from '../words.ts';
import { peopleError } from './errors.ts';
import { Invitations } from './invitations.tsx';
import { settingsWords } from './words.ts';

const ACCOUNTS = ['accounts'] as const;
/** `/agent/settings/people`: who may do what. */
export function PeoplePage(): ReactNode {
  const t = useWords(settingsWords);
  const c = useWords(consoleWords);
  const me = useMe();
  const { locale } = useLocale();
  const client = useQueryClient();
  const admin = mayAs(me.role, 'admin');
  const { data, error, refetch } = useQuery({
    queryKey: ACCOUNTS,
    queryFn: ({ signal }) => getAccounts(signal),
  });
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: ACCOUNTS }),
  });
  const entries = (account: Account): readonly MenuEntry[] => {
    const { id, role, disabled, lockedUntil } = account;
    const entry = (key: string, label: string, act: () => Promise<unknown>): MenuEntry => ({
      id: key,
      label,
      run: () => change.mutate(act),
    });
    return [
      ...ROLES.filter((one) => one !== role).map((one) =>
        entry(one, t('people.makeRole', { role: c(`role.${one}`) }), () => changeAccount(id, { role: one })),
      ),
      ...(lockedUntil ? [entry('unlock', t('people.unlock'), () => unlockAccount(id))] : []),
      entry('sessions', t('people.endSessions'), () => endSessionsOf(id)),
      entry('disable', t(disabled ? 'people.enable' : 'people.disable'), () =>
        changeAccount(id, { disabled: !disabled }),
      ),
    ];
  };
  return (
    <Page title={t('people.title')}>
      <p role="alert" className="text-stop empty:hidden">
        {change.error && t(peopleError(change.error))}
      </p>
      {error ? (
        <Failed error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('people.caption')}
          columns={[t('people.name'), t('people.role'), t('people.secured'), t('people.seen'), '']}
          rows={data.map((account) => ({
            key: account.id,
            cells: [
              <span key="name">
                <bdi className="font-strong">{account.name}</bdi>
                {account.id === me.id && <span className="text-quiet"> ({t('people.you')})</span>}
                <span className="ltr block text-start text-xs text-quiet">{account.email}</span>
              </span>,
              <span key="role">
                {c(`role.${account.role}`)}
                {account.disabled && <span className="block text-xs text-stop">{t('people.disabled')}</span>}
                {account.lockedUntil && (
                  <span className="block text-xs text-check">
                    {t('people.locked', { time: dateTime(account.lockedUntil, locale) })}
                  </span>
                )}
              </span>,
              [
                account.passkeys > 0 && t('people.passkeys', { count: account.passkeys }),
                account.totp && t('people.totp'),
              ]
                .filter(Boolean)
                .join(', ') || <span className="text-check">{t('people.password')}</span>,
              account.lastSeenAt ? dateTime(account.lastSeenAt, locale) : t('people.never'),
              admin && account.id !== me.id ? (
                <Menu
                  key="actions"
                  label={t('people.actions', { name: account.name })}
                  trigger={
                    <AriaButton
                      aria-label={t('people.actions', { name: account.name })}
                      className={buttonShape('plain')}
                    >
                      <Glyph name="settings" />
                    </AriaButton>
                  }
                  parts={[{ entries: entries(account) }]}
                />
              ) : null,
            ],
          }))}
        />
      )}
      {admin && <Invitations />}
    </Page>
  );
}
