import type { ReactNode, Ref } from 'react';
import type { FieldSpec, Finding } from '#src/countries/types.ts';
import { useWords } from '#src/lib/i18n/index.ts';
import { cx } from '#src/ui/cx.ts';
import { Notice } from '#src/ui/notice.tsx';
import { controlId, useFormContext } from './context.ts';
import { type Line, linesOf } from './summary-lines.ts';
import { formWords } from './words.ts';

export interface SummaryProps {
  /** What stopped the form when it was last sent. */
  findings: readonly Finding[];
  /** What would stop it now. */
  open: readonly Finding[];
  specs: readonly FieldSpec[];
  ref: Ref<HTMLDivElement>;
}

/**
 * What stopped the form, at its head: every line leads to its field, and is ticked off when that is mended. No
 * line goes, for the page must not jump while one types below. Takes the focus when sending was refused.
 */
export function Summary({ findings, open, specs, ref }: SummaryProps): ReactNode {
  const t = useWords(formWords);
  const { say } = useFormContext();
  const lines = linesOf(findings, open);
  const labelOf = (field: string): string => {
    const spec = specs.find(({ name }) => name === field);
    return spec ? say(spec.label) : field;
  };
  const list = (of: readonly Line[]): ReactNode => (
    <ul className="space-y-1">
      {of.map(({ id, finding, done }) => (
        <li key={id} className={done ? 'text-quiet' : undefined}>
          <a
            href={`#${controlId(finding.field)}`}
            className={cx('inline-block py-0.5 underline-offset-4', done ? 'line-through' : 'underline')}
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
          {done && <span className="sr-only"> {t('form.summary.mended')}</span>}
        </li>
      ))}
    </ul>
  );
  const notice = (level: Finding['level'], title: 'form.summary.errors' | 'form.summary.warnings') => {
    const of = lines.filter((line) => line.level === level);
    if (of.length === 0) return null;
    const count = of.filter(({ done }) => !done).length;
    const kind = count === 0 ? 'done' : level === 'error' ? 'stop' : 'check';
    return (
      <Notice kind={kind} title={count === 0 ? t('form.summary.mended') : t(title, { count })}>
        {list(of)}
      </Notice>
    );
  };
  return (
    <div ref={ref} tabIndex={-1} className="space-y-3">
      {notice('error', 'form.summary.errors')}
      {notice('warning', 'form.summary.warnings')}
    </div>
  );
}
