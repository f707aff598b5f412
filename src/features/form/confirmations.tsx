import type { ReactNode } from 'react';
import { findingId } from '#src/countries/toolkit/findings.ts';
import type { Finding } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useFormContext } from './context.ts';
import { formWords } from './words.ts';

/**
 * A warning is no refusal: one tap says that the field is right as it stands, another takes that back. Both
 * speak of all the warnings that the field has.
 */
export function Confirmations({ findings }: { findings: readonly Finding[] }): ReactNode {
  const t = useWords(formWords);
  const { confirmed, onConfirm } = useFormContext();
  const ids = findings.filter(({ level }) => level === 'warning').map(findingId);
  if (ids.length === 0) return null;
  if (ids.some((id) => !confirmed.has(id)))
    return (
      <Button look="quiet" icon="check" className="-ms-2" onClick={() => onConfirm(ids, true)}>
        {t('form.warning.confirm')}
      </Button>
    );
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-quiet">
      <Icon name="check" className="text-done" />
      {t('form.warning.confirmed')}
      <Button look="quiet" onClick={() => onConfirm(ids, false)}>
        {t('form.warning.reconsider')}
      </Button>
    </p>
  );
}
