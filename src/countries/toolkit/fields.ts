import type { FieldSpec, FormSection } from '../types.ts';

type Own = Pick<FieldSpec, 'name' | 'label'> & Partial<FieldSpec>;

/** A date as the cards print it. */
export const dateField = (own: Own): FieldSpec => ({
  kind: 'date',
  hint: 'field.date.hint',
  required: true,
  maxLength: 10,
  autocomplete: 'off',
  inputMode: 'numeric',
  ...own,
});

/** A line of text. */
export const textField = (own: Own): FieldSpec => ({
  kind: 'text',
  required: true,
  maxLength: 150,
  autocomplete: 'off',
  ...own,
});

/** The card's number, in its digit groups. */
export const numberField = (own: Omit<Own, 'name'> & { groups: readonly number[] }): FieldSpec => ({
  name: 'number',
  kind: 'number',
  required: true,
  maxLength: 20,
  inputMode: 'numeric',
  autocomplete: 'off',
  ...own,
});

/** The holder's name, in the letters that the card prints names in. */
export const nameField = (capitals: NonNullable<FieldSpec['capitals']>): FieldSpec =>
  textField({
    name: 'name',
    label: 'field.name.label',
    hint: 'field.name.hint',
    autocomplete: 'name',
    capitals,
  });

export const birthDateField: FieldSpec = dateField({
  name: 'birthDate',
  label: 'field.birthDate.label',
  autocomplete: 'bday',
});

/** `values`: what this card knows, of M, F and X. */
export const genderField = (values: readonly ('M' | 'F' | 'X')[]): FieldSpec => ({
  name: 'gender',
  kind: 'choice',
  label: 'field.gender.label',
  required: true,
  maxLength: 1,
  options: values.map((value) => ({ value, label: `gender.${value}` })),
  autocomplete: 'sex',
});

/** The one field that no card has: the same in every country. `autocomplete` offers what the browser knows. */
export const contactSection: FormSection = {
  title: 'section.contact',
  fields: [
    {
      name: 'contact',
      kind: 'contact',
      label: 'field.contact.label',
      hint: 'field.contact.hint',
      required: true,
      maxLength: 254,
      autocomplete: 'email',
      inputMode: 'email',
    },
  ],
};
