import type { FormEvent, ReactNode } from 'react';
import type { Mode, PartnerDetail } from '#src/contract/partner/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { makeKey, revokeKey } from '../api/partners.ts';
import { Button } from '../kit/button.tsx';
import { Copy } from '../kit/copy.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { TextField } from '../kit/text-field.tsx';
import { dateTime } from '../kit/time.ts';
import { Part } from './part.tsx';
import { Sure } from './sure.tsx';
import { useChange } from './use-partner.ts';
import { partnerWords } from './words.ts';

/** A partner's secret keys of one mode: a new one is shown once. */
export function Keys({ partner, mode }: { partner: PartnerDetail; mode: Mode }): ReactNode {
  const t = useWords(partnerWords);
  const { locale } = useLocale();
  const make = useChange(partner.id, (label: string) => makeKey(partner.id, mode, label));
  const revoke = useChange(partner.id, (key: string) => revokeKey(partner.id, key));
  const keys = partner.keys.filter((key) => key.mode === mode);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    make.mutate(String(new FormData(form).get('label')).trim(), { onSuccess: () => form.reset() });
  };
  return (
    <Part title={t('keys.title')} error={make.error ?? revoke.error} wrong={t('keys.wrong')}>
      {keys.length === 0 ? (
        <p className="text-quiet">{t('keys.none')}</p>
      ) : (
        <ul>
          {keys.map(({ id, label, hint, createdAt, revokedAt }) => (
            <li
              key={id}
              className="flex min-h-10 flex-wrap items-center gap-x-3 border-b border-hairline py-1"
            >
              <bdi className="font-strong">{label}</bdi>
              <span className="text-quiet">{t('keys.ends', { hint })}</span>
              <span className="flex-1 text-quiet">
                {t('keys.since', { time: dateTime(createdAt, locale) })}
              </span>
              {revokedAt ? (
                <span className="text-stop">{t('keys.revoked', { time: dateTime(revokedAt, locale) })}</span>
              ) : (
                <Sure look="stop" label={t('keys.revoke.of', { label })} onSure={() => revoke.mutate(id)}>
                  {t('keys.revoke')}
                </Sure>
              )}
            </li>
          ))}
        </ul>
      )}
      {make.data && (
        <Notice kind="done" live="status" title={t('keys.made', { label: make.data.label })}>
          <p>{t('keys.once')}</p>
          <Copy text={make.data.secret} label={t('partners.copy')} done={t('partners.copied')} />
        </Notice>
      )}
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-2">
        <TextField label={t('keys.label')} name="label" maxLength={60} isRequired className="w-72" />
        <Button type="submit" busy={make.isPending}>
          <Glyph name="key" />
          {t('keys.make')}
        </Button>
      </form>
    </Part>
  );
}
