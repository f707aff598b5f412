import type { ReactNode } from 'react';
import type { ReadField } from '#src/contract/index.ts';
import { dateToText } from '#src/countries/toolkit/date-text.ts';
import { provenance } from '#src/countries/toolkit/provenance.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Button } from '#src/ui/button.tsx';
import { useFormContext } from './context.ts';
import { formWords } from './words.ts';

export interface ProvenanceProps {
  spec: FieldSpec;
  read: ReadField;
  value: string;
  onUndo: () => void;
}

/** For a changed field: what the card was read to say, and the way back to it. */
export function Provenance({ spec, read, value, onUndo }: ProvenanceProps): ReactNode {
  const t = useWords(formWords);
  const { say } = useFormContext();
  if (provenance(read, value) !== 'edited') return null;
  const option = spec.options?.find((candidate) => candidate.value === read.value);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-quiet">
      {t('form.changed')}{' '}
      <bdi className="ltr text-ink">{option ? say(option.label) : dateToText(read.value)}</bdi>
      <Button look="quiet" icon="undo" className="-ms-2" onClick={onUndo}>
        {t('form.undo')}
      </Button>
    </p>
  );
}
