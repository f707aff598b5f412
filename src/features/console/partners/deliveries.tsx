import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Mode, WebhookDeliveries } from '#src/contract/partner/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { getDeliveries, resend } from '../api/partners.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { dateTime } from '../kit/time.ts';
import { Part } from './part.tsx';
import { partnerKey, useChange } from './use-partner.ts';
import { partnerWords } from './words.ts';

type Delivery = WebhookDeliveries['deliveries'][number];

/** How often the log is looked at again, ms: often while something is on its way, else now and then. */
const SOON_MS = 2_000;
const LATER_MS = 15_000;

const INKS = { pending: 'text-check', delivered: 'text-done', failed: 'text-stop' } as const;

/** What was sent to a partner's server, how it went, and the way to send it again. */
export function Deliveries({ partner, mode }: { partner: string; mode: Mode }): ReactNode {
  const t = useWords(partnerWords);
  const { locale } = useLocale();
  const log = useInfiniteQuery({
    queryKey: [...partnerKey(partner), 'deliveries', mode],
    queryFn: ({ signal, pageParam }) => getDeliveries(partner, mode, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ deliveries }) => deliveries.some((each) => each.state === 'pending'))
        ? SOON_MS
        : LATER_MS,
  });
  const again = useChange(partner, (delivery: string) => resend(partner, mode, delivery));
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Part title={t('log.title')} error={again.error}>
      {log.error && deliveries.length === 0 ? (
        <Failed error={log.error} onAgain={() => void log.refetch()} />
      ) : !log.data ? (
        <Loading />
      ) : deliveries.length === 0 ? (
        <p className="text-quiet">{t('log.none')}</p>
      ) : (
        <DataTable
          caption={t('log.caption')}
          columns={[t('log.event'), t('log.to'), t('log.state'), t('log.last'), t('log.again')]}
          rows={deliveries.map((delivery) => ({
            key: delivery.id,
            cells: [
              <span key="type">
                <bdi dir="ltr" className="font-strong">
                  {delivery.type}
                </bdi>
                <span className="block text-xs text-quiet">{dateTime(delivery.createdAt, locale)}</span>
              </span>,
              <bdi key="url" dir="ltr" className="break-all">
                {delivery.url}
              </bdi>,
              <span key="state">
                <span className={INKS[delivery.state]}>
                  {t(
                    delivery.state === 'pending' && delivery.attempts.length === 0
                      ? 'log.waiting'
                      : `log.${delivery.state}`,
                  )}
                </span>
                <span className="block text-xs text-quiet">
                  {t('log.attempts', { count: delivery.attempts.length })}
                </span>
              </span>,
              <LastTry key="last" attempts={delivery.attempts} />,
              <Button
                key="again"
                aria-label={t('log.resend.of', {
                  type: delivery.type,
                  time: dateTime(delivery.createdAt, locale),
                })}
                isDisabled={again.isPending}
                onPress={() => again.mutate(delivery.id)}
              >
                {t('log.resend')}
              </Button>,
            ],
          }))}
        />
      )}
      {log.hasNextPage && (
        <Button className="self-start" busy={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
          {t('log.older')}
        </Button>
      )}
    </Part>
  );
}

/** The answer's status or the error's code, and when. */
function LastTry({ attempts }: { attempts: Delivery['attempts'] }): ReactNode {
  const t = useWords(partnerWords);
  const { locale } = useLocale();
  const last = attempts.at(-1);
  if (!last) return null;
  return (
    <>
      {last.error === 'endpoint_disabled' ? (
        t('log.disabled')
      ) : (
        <bdi dir="ltr">{last.status ?? last.error}</bdi>
      )}
      <span className="block text-xs text-quiet">{dateTime(last.at, locale)}</span>
    </>
  );
}
