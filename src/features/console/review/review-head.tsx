import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Review } from '#src/contract/agent/index.ts';
import { useLocale, useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Icon } from '#src/ui/icon.tsx';
import { Button, buttonShape } from '../kit/button.tsx';
import { countryName } from '../kit/country.ts';
import { KeyCap } from '../kit/key-cap.tsx';
import { StatusWord } from '../kit/status.tsx';
import { inWords, useNow } from '../kit/time.ts';
import type { QueueView } from '../queue/view.ts';
import { isOpen } from '../queue/view.ts';
import { reviewWords } from './words.ts';

export interface ReviewHeadProps {
  review: Review;
  view: QueueView;
  held: boolean;
  onHistory: () => void;
  onPutBack: () => void;
}

/** Which application this is, where it stands, and the way back. */
export function ReviewHead({ review, view, held, onHistory, onPutBack }: ReviewHeadProps): ReactNode {
  const t = useWords(reviewWords);
  const { locale } = useLocale();
  const now = useNow();
  const due = Date.parse(review.dueAt);
  const late = isOpen(review) && now > due;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link
        to="/queue"
        search={view}
        aria-keyshortcuts="Escape"
        className={buttonShape('plain', '-ms-2 text-quiet')}
      >
        <Icon name="back" className="size-4" />
        {t('review.back')}
        <KeyCap keys="Escape" />
      </Link>
      <span className="ltr text-lg font-strong tracking-wider">{review.reference}</span>
      <span>{countryName(review.country, locale)}</span>
      <StatusWord status={review.status} />
      {isOpen(review) && (
        <span className={cx(late ? 'font-strong text-stop' : 'text-quiet')}>
          {late
            ? t('review.late', { time: inWords(now - due, locale) })
            : t('review.waiting', { time: inWords(now - Date.parse(review.submittedAt), locale) })}
        </span>
      )}
      {review.attempt > 1 && <span className="text-check">{t('review.attempt', { n: review.attempt })}</span>}
      <span className="flex flex-1 justify-end gap-1">
        {held && (
          <Button look="plain" keys="b" onPress={onPutBack}>
            {t('review.putBack')}
          </Button>
        )}
        <Button look="plain" keys="h" onPress={onHistory}>
          {t('keys.history')}
        </Button>
      </span>
    </div>
  );
}
