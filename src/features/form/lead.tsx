import type { ReactNode } from 'react';
import { useWords } from '#src/lib/i18n/index.ts';
import { Icon } from '#src/ui/icon.tsx';
import { formWords } from './words.ts';

export interface LeadProps {
  read: boolean;
  photo: boolean;
  /** Fields that are still marked. */
  doubtful: number;
}

/** What to do here, in two sentences at most. */
export function Lead({ read, photo, doubtful }: LeadProps): ReactNode {
  const t = useWords(formWords);
  if (!read) return <p className="text-lg">{t('form.lead.typed')}</p>;
  return (
    <div className="space-y-2">
      <p className="text-lg">{t('form.lead.read')}</p>
      {doubtful > 0 && (
        <p className="flex gap-2 text-check">
          <Icon name="warn" className="mt-0.5" />
          {t('form.lead.doubtful', { count: doubtful })}
        </p>
      )}
      {!photo && <p className="text-quiet">{t('form.lead.photoGone')}</p>}
    </div>
  );
}
