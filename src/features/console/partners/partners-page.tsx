import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { getPartners, makePartner } from '../api/partners.ts';
import { Page } from '../frame/page.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { dateTime } from '../kit/time.ts';
import { PARTNERS } from './use-partner.ts';
import { partnerWords } from './words.ts';

/** `/agent/partners`: whose pages may show the flow. */
export function PartnersPage(): ReactNode {
  const t = useWords(partnerWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: PARTNERS,
    queryFn: ({ signal }) => getPartners(signal),
  });
  const make = useMutation({
    mutationFn: makePartner,
    onSuccess: ({ id }) => navigate({ to: '/partners/$id', params: { id } }),
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    make.mutate(String(new FormData(event.currentTarget).get('name')).trim());
  };
  return (
    <Page title={t('partners.title')}>
      {error ? (
        <Failed error={error} onAgain={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          {data.length === 0 ? (
            <p className="text-quiet">{t('partners.none')}</p>
          ) : (
            <DataTable
              caption={t('partners.title')}
              columns={[t('partners.name'), t('partners.since'), t('partners.state')]}
              rows={data.map(({ id, name, createdAt, disabledAt }) => ({
                key: id,
                cells: [
                  <Link
                    key="name"
                    to="/partners/$id"
                    params={{ id }}
                    className="font-strong text-accent underline-offset-2 hover:underline"
                  >
                    <bdi>{name}</bdi>
                  </Link>,
                  dateTime(createdAt, locale),
                  disabledAt ? (
                    <span key="state" className="text-stop">
                      {t('partners.off', { time: dateTime(disabledAt, locale) })}
                    </span>
                  ) : (
                    t('partners.on')
                  ),
                ],
              }))}
            />
          )}
          <form onSubmit={onSubmit} className="mt-3 flex flex-wrap items-end gap-2">
            <TextField label={t('partners.new')} name="name" maxLength={60} isRequired className="w-72" />
            <Button type="submit" look="main" busy={make.isPending}>
              <Glyph name="plus" />
              {t('partners.make')}
            </Button>
          </form>
          <p role="alert" className="text-stop empty:hidden">
            {make.error && t('error.other')}
          </p>
        </>
      )}
    </Page>
  );
}
