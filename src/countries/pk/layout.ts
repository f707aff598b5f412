import { contactSection } from '../toolkit/fields.ts';
import type { FieldSpec, FormSection } from '../types.ts';

/** CNIC numbers are printed in these groups: area, serial, gender digit. */
export const GROUPS = [5, 7, 1] as const;

const date = (name: string, rest: Pick<FieldSpec, 'label'> & Partial<FieldSpec>): FieldSpec => ({
  name,
  kind: 'date',
  hint: 'field.date.hint',
  required: true,
  maxLength: 10,
  autocomplete: 'off',
  inputMode: 'numeric',
  ...rest,
});

export const layout: readonly FormSection[] = [
  {
    title: 'section.identity',
    fields: [
      {
        name: 'number',
        kind: 'number',
        label: 'pk.number.label',
        hint: 'pk.number.hint',
        required: true,
        maxLength: 20,
        groups: GROUPS,
        inputMode: 'numeric',
        autocomplete: 'off',
      },
      {
        name: 'name',
        kind: 'text',
        label: 'field.name.label',
        hint: 'field.name.hint',
        required: true,
        maxLength: 150,
        autocomplete: 'name',
        capitals: 'words',
      },
      {
        name: 'relativeName',
        kind: 'text',
        label: 'pk.relativeName.label',
        required: true,
        maxLength: 150,
        autocomplete: 'off',
        capitals: 'words',
      },
      {
        name: 'relativeKind',
        kind: 'choice',
        label: 'pk.relativeKind.label',
        required: true,
        maxLength: 10,
        options: [
          { value: 'father', label: 'pk.relativeKind.father' },
          { value: 'husband', label: 'pk.relativeKind.husband' },
        ],
      },
      {
        name: 'gender',
        kind: 'choice',
        label: 'field.gender.label',
        required: true,
        maxLength: 1,
        options: [
          { value: 'M', label: 'gender.M' },
          { value: 'F', label: 'gender.F' },
          { value: 'X', label: 'gender.X' },
        ],
        autocomplete: 'sex',
      },
      {
        name: 'stayCountry',
        kind: 'text',
        label: 'pk.stayCountry.label',
        required: true,
        maxLength: 60,
        autocomplete: 'country-name',
        capitals: 'words',
      },
      date('birthDate', { label: 'field.birthDate.label', autocomplete: 'bday' }),
      date('issueDate', { label: 'pk.issueDate.label' }),
      date('expiryDate', { label: 'pk.expiryDate.label', noDate: 'pk.expiryDate.none' }),
    ],
  },
  {
    title: 'section.address',
    fields: [
      {
        // Not on the card's front, so it is typed; optional, for a card alone is enough to be known.
        name: 'address',
        kind: 'lines',
        label: 'pk.address.label',
        hint: 'pk.address.hint',
        required: false,
        maxLength: 400,
        autocomplete: 'street-address',
        capitals: 'words',
      },
    ],
  },
  contactSection,
];
