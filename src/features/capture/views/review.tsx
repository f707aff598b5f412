import type { CSSProperties, ReactNode } from 'react';
import type { CardBox, Quad } from '#src/imaging/index.ts';
import { LOCALE_TAGS, useLocale, useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Screen } from '#src/ui/screen.tsx';
import type { PhotoWarning } from '../core/photo/check.ts';
import type { Prepared } from '../core/photo/prepare.ts';
import { placeOf } from '../place.ts';
import { words } from '../words.ts';

export interface ReviewProps {
  readonly photo: Prepared;
  readonly url: string;
  readonly fromCamera: boolean;
  readonly onUse: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}

/** Height of the shown photo at most, in hundredths of the view's. */
const HEIGHT_SHARE = 60;

/** The photo, large, with what speaks against it; the person decides. */
export function Review({ photo, url, fromCamera, onUse, onAgain, onBack }: ReviewProps): ReactNode {
  const t = useWords(words);
  const { locale } = useLocale();
  const fine = photo.warnings.length === 0;
  const kilobytes = new Intl.NumberFormat(LOCALE_TAGS[locale]).format(Math.ceil(photo.blob.size / 1_000));
  // The first button is the advice: a doubtful photo may be used, a better one is wanted.
  const use = (
    <Button icon="check" look={fine ? 'main' : 'other'} onClick={onUse}>
      {t(fine ? 'capture.review.use' : 'capture.review.use-anyway')}
    </Button>
  );
  const again = (
    <Button icon="again" look={fine ? 'other' : 'main'} onClick={onAgain}>
      {t(fromCamera ? 'capture.review.again' : 'capture.review.other')}
    </Button>
  );
  return (
    <Screen
      title={t('capture.review.title')}
      back={{ label: t('capture.back'), onClick: onBack }}
      action={
        <div className="k-actions">
          {fine ? use : again}
          {fine ? again : use}
        </div>
      }
    >
      <figure className="k-rise">
        <div
          className="relative mx-auto overflow-hidden rounded-md bg-sunken"
          // As large as it can be seen whole: marks on it are placed in its shares.
          style={{ width: `min(100%, ${(HEIGHT_SHARE * photo.width) / photo.height}vh)` }}
        >
          <img
            src={url}
            alt={t('capture.review.alt')}
            width={photo.width}
            height={photo.height}
            className="block h-auto w-full"
          />
          {photo.warnings.map((warning) =>
            warning.code === 'glare' ? (
              <span key="glare" aria-hidden="true" className="absolute" style={spotOn(photo, warning.place)}>
                <span className="block size-full rounded-full border-3 border-check-mark" />
              </span>
            ) : null,
          )}
        </div>
        <figcaption className="mt-2 text-sm text-quiet">
          {t('capture.review.size', { width: photo.width, height: photo.height, kilobytes })}
        </figcaption>
      </figure>
      {fine ? (
        <Notice kind="done" live="status">
          {t('capture.review.fine')}
        </Notice>
      ) : (
        <Notice kind="check" live="status" title={t('capture.review.warnings')}>
          <ul className="space-y-1">
            {photo.warnings.map((warning) => (
              <li key={warning.code}>
                <Warning warning={warning} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Screen>
  );
}

function Warning({ warning }: { warning: PhotoWarning }): ReactNode {
  const t = useWords(words);
  return warning.code === 'glare'
    ? t('capture.warn.glare', { place: t(placeOf(warning.place)) })
    : t(`capture.warn.${warning.code}`);
}

/** A point of the card (shares of its width and height) in the photo, px; a marker needs no perspective. */
function between([a, b, c, d]: Quad, x: number, y: number): readonly [number, number] {
  const mix = (i: 0 | 1) => (1 - y) * ((1 - x) * a[i] + x * b[i]) + y * ((1 - x) * d[i] + x * c[i]);
  return [mix(0), mix(1)];
}

/** Where on the shown photo a box of the card lies, in percent of its size. */
function spotOn({ card, width, height }: Prepared, box: CardBox): CSSProperties {
  if (card === null) return { display: 'none' };
  const corners = [box.left, box.right].flatMap((x) => [box.top, box.bottom].map((y) => between(card, x, y)));
  const xs = corners.map(([x]) => (100 * x) / width);
  const ys = corners.map(([, y]) => (100 * y) / height);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    left: `${left}%`,
    top: `${top}%`,
    width: `${Math.max(...xs) - left}%`,
    height: `${Math.max(...ys) - top}%`,
  };
}
