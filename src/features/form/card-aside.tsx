import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { CardView, type CardViewProps } from './card-view.tsx';
import { formWords } from './words.ts';

/** On wide screens: the card beside the form, large, with the place of the field that has the focus. */
export function CardAside(props: Pick<CardViewProps, 'photo' | 'card' | 'place'>): ReactNode {
  const t = useWords(formWords);
  return (
    <figure className="flex w-full max-w-2xl flex-col gap-4">
      <CardView
        {...props}
        label={t('form.card.title')}
        className="max-h-[70dvh] w-full overflow-hidden rounded-md"
      />
      <figcaption className="text-quiet">{t('form.card.hint')}</figcaption>
    </figure>
  );
}
