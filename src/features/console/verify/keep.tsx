import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ReadField } from '#src/contract/index.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import { findAll, findingId, localToday } from '#src/countries/toolkit/findings.ts';
import type { Country } from '#src/countries/types.ts';
import { ApiError } from '#src/lib/api/client.ts';
import { type Translate, useLocale, useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { Notice } from '#src/ui/notice.tsx';
import { keep } from '../api/verification.ts';
import { Button, buttonShape } from '../kit/button.tsx';
import { TextField } from '../kit/text-field.tsx';
import { useParts } from '../parts.ts';
import { verifyWords } from './words.ts';

export interface KeepProps {
  ticket: string;
  photo: PreparedPhoto;
  country: Country;
  values: Readonly<Record<string, string>>;
  /** What was read of the card. */
  read: Readonly<Record<string, ReadField>>;
  say: Translate<string>;
}

/** Bytes as base64, in pieces: one call cannot take as many arguments as a photo has bytes. */
async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** What only the customer can say, their consent, and the card becomes an application. */
export function Keep({ ticket, photo, country, values, read, say }: KeepProps): ReactNode {
  const t = useWords(verifyWords);
  const { locale } = useLocale();
  const { consentVersion } = useParts();
  const [agreed, setAgreed] = useState(false);
  const asked = fieldsOf(country.layout).filter(({ name }) => values[name] === undefined);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (own: Readonly<Record<string, string>>) => {
      const all = { ...values, ...own };
      const now = new Date();
      return keep(country.code, {
        ticket,
        image: await base64(photo.blob),
        values: all,
        // They stand beside the fields: whoever keeps the card has seen them.
        confirmedWarnings: findAll(country, all, { today: localToday(now), read })
          .filter(({ level }) => level === 'warning')
          .map(findingId),
        consent: { version: consentVersion, locale, acceptedAt: now.toISOString() },
        locale,
      });
    },
  });
  if (data)
    return (
      <Notice kind="done" live="status" title={t('verify.kept', { reference: data.reference })}>
        <Link to="/review/$id" params={{ id: data.id }} className={buttonShape('other', 'mt-1')}>
          {t('verify.kept.open')}
        </Link>
      </Notice>
    );
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    mutate(Object.fromEntries(asked.map(({ name }) => [name, String(form.get(name) ?? '').trim()])));
  };
  return (
    <details className="rounded-md border border-hairline p-3">
      <summary className="font-strong">{t('verify.keep')}</summary>
      <form onSubmit={onSubmit} className="mt-2 flex flex-col gap-3">
        <p className="text-quiet">{t('verify.keep.text')}</p>
        {asked.map((spec) => (
          <TextField
            key={spec.name}
            label={say(spec.label)}
            name={spec.name}
            isRequired={spec.required}
            maxLength={spec.maxLength}
          />
        ))}
        <label className="flex items-center gap-2.5">
          <input
            type="checkbox"
            required
            className="size-4 accent-accent"
            checked={agreed}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          {t('verify.keep.consent')}
        </label>
        <p role="alert" className="text-stop empty:hidden">
          {error && <KeepError error={error} country={country} say={say} />}
        </p>
        <Button type="submit" look="main" busy={isPending} isDisabled={!agreed} className="self-end">
          {t('verify.keep.go')}
        </Button>
      </form>
    </details>
  );
}

function KeepError({
  error,
  country,
  say,
}: { error: unknown } & Pick<KeepProps, 'country' | 'say'>): ReactNode {
  const t = useWords(verifyWords);
  if (!(error instanceof ApiError)) return t('verify.error.other');
  if (error.code === 'link_spent') return t('verify.error.link_spent');
  if (error.code !== 'checks_failed') return t('verify.error.other');
  const names = new Set(error.fields.map(({ field }) => field));
  const labels = fieldsOf(country.layout)
    .filter(({ name }) => names.has(name))
    .map(({ label }) => say(label));
  return t('verify.error.checks_failed', { fields: labels.join(', ') });
}
