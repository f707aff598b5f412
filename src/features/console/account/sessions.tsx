import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { endOtherSessions, endSession, getSessions } from '../api/own-account.ts';
import { Button } from '../kit/button.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { dateTime } from '../kit/time.ts';
import { Section } from './section.tsx';
import { accountWords } from './words.ts';

const SESSIONS = ['sessions'] as const;

/** The browsers that are signed in, each to be ended. `own`: this one. */
export function Sessions({ own }: { own: string }): ReactNode {
  const t = useWords(accountWords);
  const { locale } = useLocale();
  const client = useQueryClient();
  const { data = [], error } = useQuery({ queryKey: SESSIONS, queryFn: ({ signal }) => getSessions(signal) });
  const renew = () => client.invalidateQueries({ queryKey: SESSIONS });
  const end = useMutation({ mutationFn: endSession, onSettled: renew });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSettled: renew });
  return (
    <Section title={t('account.sessions')} error={error ?? end.error ?? endOthers.error}>
      <ul className="w-full">
        {data.map(({ id, device, createdAt, lastSeenAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-hairline py-1">
            <bdi className="font-strong">{device}</bdi>
            {id === own && <span className="text-done">{t('account.sessions.this')}</span>}
            <span className="flex-1 text-quiet">
              {t('account.since', { time: dateTime(createdAt, locale) })},{' '}
              {t('account.sessions.seen', { time: dateTime(lastSeenAt, locale) })}
            </span>
            {id !== own && (
              <Button
                look="plain"
                aria-label={t('account.sessions.end', { device })}
                onPress={() => end.mutate(id)}
              >
                <Glyph name="out" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.length > 1 && (
        <Button look="stop" busy={endOthers.isPending} onPress={() => endOthers.mutate()}>
          {t('account.sessions.endOthers')}
        </Button>
      )}
    </Section>
  );
}
