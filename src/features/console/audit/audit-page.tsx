import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { getAudit } from '../api/audit.ts';
import { getAccounts } from '../api/people.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { Select } from '../kit/select.tsx';
import { dateTime } from '../kit/time.ts';
import { Act, Actor } from './said.tsx';
import { auditWords } from './words.ts';

const ALL = 'all';

/** `/agent/settings/audit`: every entry, of applications and of accounts, newest first. */
export function AuditPage(): ReactNode {
  const t = useWords(auditWords);
  const { locale } = useLocale();
  const [only, setOnly] = useState<AuditAction | typeof ALL>(ALL);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', only],
    queryFn: ({ pageParam, signal }) => getAudit(only === ALL ? null : only, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // Each look at it is the present one.
    gcTime: 0,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Page
      title={t('audit.title')}
      tools={
        <Select
          label={t('audit.only')}
          quiet
          value={only}
          options={[
            { value: ALL, label: t('audit.all') },
            ...AUDIT_ACTIONS.map((value) => ({ value, label: t(`act.${value}`) })),
          ]}
          onChange={setOnly}
          className="w-64"
        />
      }
    >
      {error ? (
        <Failed error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : entries.length === 0 ? (
        <p className="text-quiet">{t('audit.none')}</p>
      ) : (
        <DataTable
          caption={t('audit.caption')}
          columns={[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.of'), t('audit.detail')]}
          rows={entries.map((entry) => ({
            key: `${entry.applicationId} ${entry.seq}`,
            cells: [
              <time key="at" dateTime={entry.at} className="whitespace-nowrap text-quiet">
                {dateTime(entry.at, locale)}
              </time>,
              <Actor key="who" actor={entry.actor} />,
              <Act key="what" action={entry.action} />,
              entry.applicationId && (
                <Link
                  key="of"
                  to="/review/$id"
                  params={{ id: entry.applicationId }}
                  className="underline underline-offset-2 hover:text-accent"
                >
                  <span className="ltr font-mono text-xs">{entry.applicationId.slice(0, 8)}</span>
                </Link>
              ),
              <Details key="detail" detail={entry.detail} />,
            ],
          }))}
        />
      )}
      {hasNextPage && (
        <div>
          <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </Page>
  );
}

/** The codes of an entry as they stand in the chain; an account by its name. */
function Details({ detail }: Pick<AuditEntry, 'detail'>): ReactNode {
  const { data: accounts = [] } = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => getAccounts(signal),
  });
  const shown = (name: string, value: string | number | boolean): string =>
    name === 'account' ? (accounts.find(({ id }) => id === value)?.name ?? String(value)) : String(value);
  return (
    <span className="ltr flex flex-wrap gap-x-3 text-xs text-quiet">
      {Object.entries(detail).map(([name, value]) => (
        <span key={name}>
          {name} <bdi className="text-ink">{shown(name, value)}</bdi>
        </span>
      ))}
    </span>
  );
}
