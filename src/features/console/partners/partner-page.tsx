import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { disablePartner, getPartner } from '../api/partners.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/select.tsx';
import { Clients } from './clients.tsx';
import { Deliveries } from './deliveries.tsx';
import { Keys } from './keys.tsx';
import { partnerKey, useChange } from './use-partner.ts';
import { Webhooks } from './webhooks.tsx';
import { partnerWords } from './words.ts';

const MODES = ['live', 'test'] as const;

/** `/agent/partners/{id}`: one partner, its live or its test side. */
export function PartnerPage(): ReactNode {
  const t = useWords(partnerWords);
  const { id } = useParams({ from: '/partners/$id' });
  const { mode = 'live' } = useSearch({ from: '/partners/$id' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: partnerKey(id),
    queryFn: ({ signal }) => getPartner(id, signal),
  });
  const disable = useChange(id, (disabled: boolean) => disablePartner(id, disabled));
  if (error || !data)
    return (
      <Page title={t('partners.title')}>
        {error ? <Failed error={error} onAgain={() => void refetch()} /> : <Loading />}
      </Page>
    );
  const off = data.disabledAt !== null;
  return (
    <Page
      title={data.name}
      tools={
        <div className="flex flex-wrap items-center gap-2">
          <Link to="/partners" className="px-2 text-accent underline-offset-2 hover:underline">
            {t('partners.back')}
          </Link>
          <Select
            quiet
            label={t('partners.side')}
            value={mode}
            options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(value) =>
              void navigate({
                to: '/partners/$id',
                params: { id },
                search: value === 'test' ? { mode: value } : {},
                replace: true,
              })
            }
            className="w-32"
          />
          <Button look={off ? 'main' : 'stop'} busy={disable.isPending} onPress={() => disable.mutate(!off)}>
            {t(off ? 'partners.enable' : 'partners.disable')}
          </Button>
        </div>
      }
    >
      <p className="text-quiet">{t(`mode.${mode}.text`)}</p>
      <p role="alert" className="text-stop empty:hidden">
        {disable.error && t('error.other')}
      </p>
      {off && (
        <Notice kind="check" title={t('partners.disabled')}>
          <p>{t('partners.disabled.text')}</p>
        </Notice>
      )}
      {/* Anew for each side: a secret of one must not stay on the screen of the other. */}
      <div key={mode} className="flex flex-col gap-2">
        <Keys partner={data} mode={mode} />
        <Clients partner={data} mode={mode} />
        <Webhooks partner={id} mode={mode} />
        <Deliveries partner={id} mode={mode} />
      </div>
    </Page>
  );
}
