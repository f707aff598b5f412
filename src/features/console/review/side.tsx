import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Glyph } from '../kit/glyph.tsx';
import { StatusWord } from '../kit/status.tsx';
import { dateTime } from '../kit/time.ts';
import { reasonWord } from './decision-form.tsx';
import { reviewWords } from './words.ts';

/** What there is beside the fields: the photo's warnings, others like it, what was said before. */
export function Side({ review }: { review: Review }): ReactNode {
  const t = useWords(reviewWords);
  const { locale } = useLocale();
  const { warnings, duplicates, decisions } = review;
  if (warnings.length + duplicates.length + decisions.length === 0) return null;
  return (
    <div className="flex max-h-48 shrink-0 flex-col gap-2 overflow-auto border-t border-hairline pt-2">
      {warnings.length > 0 && (
        <p className="flex gap-2 text-check">
          <Icon name="warn" className="mt-0.5 size-4" />
          <span>
            {t('side.warnings')} {warnings.map((name) => t(`warning.${name}`)).join(' · ')}
          </span>
        </p>
      )}
      {duplicates.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others" className="flex items-center gap-2 text-check">
            <Glyph name="twins" />
            {t('side.duplicates')}
          </h2>
          <ul>
            {duplicates.map(({ id, reference, status, same, submittedAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 py-0.5">
                <Link
                  to="/review/$id"
                  params={{ id }}
                  className="ltr font-strong text-accent underline decoration-1 underline-offset-4"
                >
                  {reference}
                </Link>
                <span>{same.map((what) => t(`same.${what}`)).join(', ')}</span>
                <StatusWord status={status} />
                <span className="text-quiet">{dateTime(submittedAt, locale)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && (
        <section aria-labelledby="before">
          <h2 id="before" className="text-quiet">
            {t('side.decisions')}
          </h2>
          <ul className="flex flex-col gap-1">
            {decisions.map((decision) => (
              <li key={decision.id}>
                <p>
                  <span className="font-strong">
                    {t(`decide.done.${decision.kind}`, { name: decision.by.name })}
                  </span>
                  <span className="text-quiet"> · {dateTime(decision.at, locale)}</span>
                  {decision.reasons.length > 0 && (
                    <span> · {decision.reasons.map((code) => t(reasonWord(code))).join(', ')}</span>
                  )}
                </p>
                {decision.comment && <Said label={t('side.comment')} text={decision.comment} />}
                {decision.note && <Said label={t('side.note')} text={decision.note} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Said({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <p className="ps-3">
      <span className="text-quiet">{label}: </span>
      <bdi className="whitespace-pre-line">{text}</bdi>
    </p>
  );
}
