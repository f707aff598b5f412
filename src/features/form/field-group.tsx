import type { ReactNode } from 'react';
import type { FieldSpec } from '#src/countries/types.ts';
import { cx } from '#src/ui/cx.ts';
import { useFormContext } from './context.ts';
import { Doubt } from './doubt.tsx';
import { doubtOf } from './doubts.ts';
import { FieldView } from './field-view.tsx';
import { useFields } from './fields.ts';

export interface FieldGroupProps {
  group: readonly FieldSpec[];
  /** The form's last field. */
  last: FieldSpec | undefined;
}

/** A field by itself, or those that were cut from one printed text under one strip and one question. */
export function FieldGroup({ group, last }: FieldGroupProps): ReactNode {
  const { fields, read, accepted } = useFormContext();
  const doubt = useFields(fields, (now) => doubtOf(group, read, accepted, now));
  const [first, ...others] = group;
  if (first && others.length === 0) return <FieldView spec={first} own={doubt} last={first === last} />;
  return (
    <Doubt group={group} state={doubt}>
      <div className={cx('flex flex-col gap-5', doubt && 'px-3 pt-3 pb-1')}>
        {group.map((spec) => (
          <FieldView key={spec.name} spec={spec} shared={doubt} last={spec === last} />
        ))}
      </div>
    </Doubt>
  );
}
