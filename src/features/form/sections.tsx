import { type CSSProperties, memo, type ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { FormValues } from '#src/contract/index.ts';
import type { Country } from '#src/countries/types.ts';
import { useFormContext } from './context.ts';
import { FieldView } from './field-view.tsx';
import { sameQuad } from './strip-geometry.ts';

export interface SectionsProps {
  country: Country;
  control: Control<FormValues>;
  values: FormValues;
  /** While the form is being sent nothing in it may change. */
  inert: boolean;
}

/** The fields rise one after the other, as far as they are in sight. */
const riseAt = (index: number): CSSProperties =>
  ({ '--k-at': `${Math.min(index, 6) * 40}ms` }) as CSSProperties;

/** The fields under their headings, with the facts that follow from them. */
export const Sections = memo(function Sections({
  country,
  control,
  values,
  inert,
}: SectionsProps): ReactNode {
  const { say, read } = useFormContext();
  const derived = Object.entries(country.derive?.(values) ?? {});
  const last = country.layout.at(-1)?.fields.at(-1);
  return (
    <div inert={inert} className="flex flex-col gap-9">
      {country.layout.map((section, index) => (
        <section key={section.title} aria-labelledby={`section-${index}`} className="flex flex-col gap-5">
          <h2 id={`section-${index}`} className="border-b border-hairline pb-2 text-xl font-strong">
            {say(section.title)}
          </h2>
          {section.fields.map((spec, at) => {
            const above = read?.[section.fields[at - 1]?.name ?? ''];
            return (
              <div key={spec.name} className="k-rise" style={riseAt(at)}>
                <FieldView
                  spec={spec}
                  control={control}
                  joined={!!above?.doubtful && sameQuad(above.quad, read?.[spec.name]?.quad)}
                  last={spec === last}
                />
              </div>
            );
          })}
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
