import type { ReactNode } from 'react';
import type { Quad } from '#src/contract/index.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { CardView } from './card-view.tsx';
import { StripView } from './strip.tsx';
import type { PhotoImage } from './use-photo-image.ts';
import { formWords } from './words.ts';

export interface LensProps {
  photo: PreparedPhoto;
  card: Quad | null;
  image: PhotoImage;
  place: Quad | null;
}

/**
 * On a phone: the card at the head of the form, staying in sight while one goes through the fields, with the
 * strip of the field that has the focus. Its height never changes, so that nothing below it jumps.
 */
export function Lens({ photo, card, image, place }: LensProps): ReactNode {
  const t = useWords(formWords);
  return (
    <div className="k-lens sticky top-0 z-10 -mx-5 flex h-22 items-center gap-3 overflow-hidden border-y border-hairline bg-sunken px-5 py-2 lg:hidden">
      <CardView
        photo={photo}
        card={card}
        place={place}
        label={t('form.card.title')}
        className="h-18 max-w-30 shrink-0 rounded-sm"
      />
      {place && image !== 'none' ? (
        <StripView image={image} quad={place} label={t('form.strip')} className="max-h-18 min-w-0" />
      ) : (
        <p className="text-sm text-quiet">{t('form.card.hint')}</p>
      )}
    </div>
  );
}
