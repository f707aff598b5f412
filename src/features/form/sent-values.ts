import type { FormValues } from '#src/contract/index.ts';
import { plain } from '#src/contract/plain.ts';
import type { FieldSpec } from '#src/countries/types.ts';

const isCode = ({ kind, inputMode }: FieldSpec): boolean => kind === 'contact' || inputMode === 'numeric';

/** The form's values as they are checked and sent: what is dialled or compared stands in plain characters. */
export const sentValues = (specs: readonly FieldSpec[], values: FormValues): FormValues => ({
  ...values,
  ...Object.fromEntries(specs.filter(isCode).map(({ name }) => [name, plain(values[name] ?? '')])),
});
