import { type CSSProperties, memo, type ReactNode } from 'react';
import type { FormValues } from '#src/contract/index.ts';
import type { Country } from '#src/countries/types.ts';
import { useFormContext } from './context.ts';
import { groupsOf } from './doubts.ts';
import { FieldGroup } from './field-group.tsx';

export interface SectionsProps {
  country: Country;
  values: FormValues;
  /** While the form is being sent nothing in it may change. */
  inert: boolean;
}

/** The fields rise one after the other, as far as they are in sight. */
const riseAt = (index: number): CSSProperties =>
  ({ '--k-at': `${Math.min(index, 6) * 40}ms` }) as CSSProperties;

/** The fields under their headings, with the facts that follow from them. */
export const Sections = memo(function Sections({ country, values, inert }: SectionsProps): ReactNode {
  const { say } = useFormContext();
  const derived = Object.entries(country.derive?.(values) ?? {});
  const last = country.layout.at(-1)?.fields.at(-1);
  return (
    <div inert={inert} className="flex flex-col gap-9">
      {country.layout.map((section, index) => (
        <section key={section.title} aria-labelledby={`section-${index}`} className="flex flex-col gap-5">
          <h2 id={`section-${index}`} className="border-b border-hairline pb-2 text-xl font-strong">
            {say(section.title)}
          </h2>
          {groupsOf(section.fields).map((group, at) => (
            <div key={group[0]?.name} className="k-rise" style={riseAt(at)}>
              <FieldGroup group={group} last={last} />
            </div>
          ))}
          {index === 0 &&
            derived.map(([name, fact]) => (
              <dl key={name}>
                <dt className="font-strong">{say(fact.label)}</dt>
                <dd className="text-lg">{say(fact.value)}</dd>
              </dl>
            ))}
        </section>
      ))}
    </div>
  );
});
