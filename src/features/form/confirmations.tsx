import type { ReactNode } from 'react';
import type { Finding } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useFormContext } from './context.ts';
import { findingId } from './findings.ts';
import { formWords } from './words.ts';

/** A warning is no refusal: one tap says that it is right as it stands, another takes that back. */
export function Confirmations({ findings }: { findings: readonly Finding[] }): ReactNode {
  const t = useWords(formWords);
  const { confirmed, onConfirm } = useFormContext();
  return findings
    .filter(({ level }) => level === 'warning')
    .map((finding) => {
      const id = findingId(finding);
      return confirmed.has(id) ? (
        <p key={id} className="mt-1 flex flex-wrap items-center gap-x-2 text-quiet">
          <Icon name="check" className="text-done" />
          {t('form.warning.confirmed')}
          <Button look="quiet" onClick={() => onConfirm(id, false)}>
            {t('form.warning.reconsider')}
          </Button>
        </p>
      ) : (
        <Button key={id} look="quiet" icon="check" className="mt-1" onClick={() => onConfirm(id, true)}>
          {t('form.warning.confirm')}
        </Button>
      );
    });
}
