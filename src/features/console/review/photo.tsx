import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import type { Review } from '#src/contract/agent/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { getImage } from '../api/review.ts';
import { Loading } from '../frame/states.tsx';
import { Button } from '../kit/button.tsx';
import { cardPicture, photoPicture } from '../viewer/picture.ts';
import { type Mark, Viewer } from '../viewer/viewer.tsx';
import { consoleWords } from '../words.ts';
import { imageKey } from './keys.ts';
import { reviewWords } from './words.ts';

export interface PhotoProps {
  review: Review;
  current: string | null;
  onMark: (field: string) => void;
}

/** The card of an application: straightened, or the photo as it came; of this attempt or one before. */
export function Photo({ review, current, onMark }: PhotoProps): ReactNode {
  const t = useWords(reviewWords);
  const c = useWords(consoleWords);
  const [attempt, setAttempt] = useState(review.attempt);
  const [original, setOriginal] = useState(false);
  const latest = attempt === review.attempt;
  const has = latest
    ? review.image !== null
    : review.earlier.some((one) => one.attempt === attempt && one.hasImage);
  const { data, error, refetch } = useQuery({
    queryKey: imageKey(review.id, attempt),
    queryFn: ({ signal }) => getImage(review.id, attempt, signal),
    enabled: has,
    staleTime: Number.POSITIVE_INFINITY,
    // A decoded photo is large, and opening it again is to be seen in the audit.
    gcTime: 30_000,
    structuralSharing: false,
  });
  const card = latest ? review.card : null;
  const flat = useMemo(() => (data && card ? cardPicture(data, card) : null), [data, card]);
  const whole = useMemo(() => (data ? photoPicture(data) : null), [data]);
  const picture = original ? whole : (flat ?? whole);
  const marks = useMemo(
    (): readonly Mark[] =>
      latest
        ? Object.entries(review.fields).flatMap(([field, { quad, doubtful, source }]) =>
            quad ? [{ field, quad, doubtful: doubtful && source === 'ocr' }] : [],
          )
        : [],
    [latest, review.fields],
  );
  const attempts = [
    ...review.earlier.filter(({ hasImage }) => hasImage).map((one) => one.attempt),
    review.attempt,
  ];
  return (
    <div className="flex min-h-72 flex-1 flex-col">
      {attempts.length > 1 && (
        <fieldset className="flex gap-1 pb-1">
          <legend className="sr-only">{t('review.photo.label')}</legend>
          {attempts.map((one) => (
            <Button
              key={one}
              look="plain"
              aria-pressed={one === attempt}
              className={one === attempt ? 'bg-accent-soft font-strong' : ''}
              onPress={() => setAttempt(one)}
            >
              {t('review.photo.attempt', { n: one })}
            </Button>
          ))}
        </fieldset>
      )}
      <Viewer
        key={attempt}
        picture={picture}
        face={flat ? (original ? 'photo' : 'card') : null}
        onFace={() => setOriginal(!original)}
        marks={marks}
        current={current}
        onMark={onMark}
        label={t('review.picture')}
      >
        {!picture && (
          <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 text-quiet">
            {!has ? (
              <p>{t('review.photo.none')}</p>
            ) : error ? (
              <>
                <p role="alert">{t('review.photo.lost')}</p>
                <Button icon="again" onPress={() => void refetch()}>
                  {c('console.again')}
                </Button>
              </>
            ) : (
              <Loading />
            )}
          </div>
        )}
      </Viewer>
    </div>
  );
}
