import type { ReactNode, Ref } from 'react';
import type { FieldSpec, Finding } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { Notice } from '#src/ui/notice.tsx';
import { controlId, useFormContext } from './context.ts';
import { findingId } from './findings.ts';
import { formWords } from './words.ts';

export interface SummaryProps {
  findings: readonly Finding[];
  specs: readonly FieldSpec[];
  ref: Ref<HTMLDivElement>;
}

/** What stops the form, at its head: every line leads to its field. Takes the focus when sending was refused. */
export function Summary({ findings, specs, ref }: SummaryProps): ReactNode {
  const t = useWords(formWords);
  const { say } = useFormContext();
  const labelOf = (field: string): string => {
    const spec = specs.find(({ name }) => name === field);
    return spec ? say(spec.label) : field;
  };
  const part = (level: Finding['level']): readonly Finding[] =>
    findings.filter((finding) => finding.level === level);
  const list = (of: readonly Finding[]): ReactNode => (
    <ul className="space-y-1">
      {of.map((finding) => (
        <li key={findingId(finding)}>
          <a
            href={`#${controlId(finding.field)}`}
            className="inline-block py-0.5 underline underline-offset-4"
            onClick={(event) => {
              // The address keeps to the flow's own entries.
              event.preventDefault();
              document.getElementById(controlId(finding.field))?.focus();
            }}
          >
            <span className="font-strong">{labelOf(finding.field)}</span>
            {': '}
            {say(finding.message, finding.params)}
          </a>
        </li>
      ))}
    </ul>
  );
  const [errors, warnings] = [part('error'), part('warning')];
  return (
    <div ref={ref} tabIndex={-1} className="space-y-3">
      {errors.length > 0 && (
        <Notice kind="stop" title={t('form.summary.errors', { count: errors.length })}>
          {list(errors)}
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="check" title={t('form.summary.warnings', { count: warnings.length })}>
          {list(warnings)}
        </Notice>
      )}
    </div>
  );
}
