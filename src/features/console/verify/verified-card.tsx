import { Link } from '@tanstack/react-router';
import { type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { Verification } from '#src/contract/agent/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { fieldsOf } from '#src/countries/toolkit/checks.ts';
import { findAll, localToday, speaking } from '#src/countries/toolkit/findings.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { useParts } from '../parts.ts';
import { cardPicture, photoPicture } from '../viewer/picture.ts';
import { Viewer } from '../viewer/viewer.tsx';
import { Keep } from './keep.tsx';
import { ValueLine } from './value-line.tsx';
import { verifyWords } from './words.ts';

export interface VerifiedCardProps {
  result: Verification;
  photo: PreparedPhoto;
  country: string;
}

/** A photo decoded for the viewer; null until then. */
function useBitmap(photo: PreparedPhoto): ImageBitmap | null {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let gone = false;
    createImageBitmap(photo.blob).then(
      (decoded) => !gone && setBitmap(decoded),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [photo]);
  return bitmap;
}

/** What the reader made of a card, beside it. */
export function VerifiedCard({ result, photo, country: code }: VerifiedCardProps): ReactNode {
  const t = useWords(verifyWords);
  const { locale } = useLocale();
  const { country, words } = use(useParts().loadCountry(code));
  const say = useWords(words);
  const bitmap = useBitmap(photo);
  const [original, setOriginal] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const { reading, duplicates, ticket } = result;
  const read = reading.outcome === 'read' ? reading : null;
  const first = useMemo(
    () => Object.fromEntries(Object.entries(read?.fields ?? {}).map(([name, { value }]) => [name, value])),
    [read],
  );
  const [values, setValues] = useState<Readonly<Record<string, string>>>(first);
  const card = read?.card ?? null;
  const flat = useMemo(() => (bitmap && card ? cardPicture(bitmap, card) : null), [bitmap, card]);
  const whole = useMemo(() => (bitmap ? photoPicture(bitmap) : null), [bitmap]);
  const marks = Object.entries(read?.fields ?? {}).flatMap(([field, { quad, doubtful }]) =>
    quad ? [{ field, quad, doubtful }] : [],
  );
  const name = COUNTRIES.find((entry) => entry.code === code)?.cardName[locale] ?? code;
  const specs = fieldsOf(country.layout).filter((spec) => read?.fields[spec.name]);
  const findings = findAll(country, values, { today: localToday(new Date()), read: read?.fields ?? null });
  // What only the customer can say is asked where the card is kept.
  const told = speaking(findings).filter(({ field }) => read?.fields[field]);
  const look = new Set([
    ...told.map(({ field }) => field),
    ...specs.filter((spec) => read?.fields[spec.name]?.doubtful).map((spec) => spec.name),
  ]).size;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(29rem,0.85fr)]">
      <div className="flex min-h-0 flex-col max-lg:h-[26rem]">
        <Viewer
          picture={original ? whole : (flat ?? whole)}
          face={flat ? (original ? 'photo' : 'card') : null}
          onFace={() => setOriginal(!original)}
          marks={marks}
          current={current}
          onMark={setCurrent}
          label={t('verify.title')}
        />
      </div>
      <div className="flex min-h-0 flex-col gap-3 lg:overflow-auto">
        {reading.outcome !== 'read' ? (
          <Notice kind="stop" live="alert" title={t(`verify.${reading.outcome}`, { card: name })}>
            <p>{t(`verify.${reading.outcome}.text`)}</p>
          </Notice>
        ) : (
          <>
            <p
              role="status"
              className={cx('flex items-center gap-2', look === 0 ? 'text-done' : 'text-check')}
            >
              <Icon name={look === 0 ? 'check' : 'warn'} className="size-4" />
              {look === 0 ? t('verify.clean') : t('verify.look', { count: look })}
            </p>
            <section aria-label={t('verify.read')} className="border-t border-hairline">
              {specs.map((spec) => (
                <ValueLine
                  key={spec.name}
                  spec={spec}
                  field={reading.fields[spec.name]}
                  value={values[spec.name] ?? ''}
                  findings={told.filter(({ field }) => field === spec.name)}
                  say={say}
                  onFocus={() => setCurrent(spec.name)}
                  onValue={(value) => setValues({ ...values, [spec.name]: value })}
                />
              ))}
            </section>
            {duplicates.length > 0 && (
              <p className="flex flex-wrap items-center gap-2 text-check">
                <Glyph name="twins" />
                {t('verify.duplicates')}
                {duplicates.map(({ id, reference }) => (
                  <Link
                    key={id}
                    to="/review/$id"
                    params={{ id }}
                    className="ltr font-strong text-accent underline underline-offset-4"
                  >
                    {reference}
                  </Link>
                ))}
              </p>
            )}
            {ticket && (
              <Keep
                ticket={ticket}
                photo={photo}
                country={country}
                values={values}
                read={reading.fields}
                say={say}
              />
            )}
          </>
        )}
      </div>
    </div>
  );
}
