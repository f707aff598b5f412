import { type ReactNode, useState } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { controlLook, Field } from '#src/ui/field.tsx';
import { CardDrawing } from '#src/ui/illustrations/card.tsx';
import { Guilloche } from '#src/ui/illustrations/guilloche.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { words } from './words.ts';

/** The parts of a customer's screens that a theme touches, alive. */
export function Sample(): ReactNode {
  const t = useWords(words);
  const [text, setText] = useState('');
  return (
    <section aria-label={t('sample.title')} className="rounded-md border border-hairline bg-paper p-5">
      <div className="relative -mx-5 -mt-5 mb-5 flex h-36 items-center justify-center overflow-hidden border-b border-hairline bg-sunken">
        <Guilloche className="absolute size-92 text-accent opacity-35" />
        <CardDrawing className="relative w-36 -rotate-3 rtl:rotate-3" />
      </div>
      <h2 className="text-2xl font-strong">{t('sample.heading')}</h2>
      <p className="mt-2 text-quiet">{t('sample.text')}</p>
      <div className="mt-4 grid gap-4">
        <Field
          label={t('sample.field')}
          hint={t('sample.hint')}
          messages={text === '' ? [] : [{ level: 'warning', text: t('sample.warning') }]}
        >
          {(control) => (
            <input
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={controlLook()}
            />
          )}
        </Field>
        <Notice kind="info">
          <p>{t('sample.notice')}</p>
        </Notice>
        <Button>{t('sample.main')}</Button>
        <Button look="other">{t('sample.other')}</Button>
      </div>
    </section>
  );
}
