import {
  birthDateField,
  contactSection,
  dateField,
  genderField,
  nameField,
  numberField,
  textField,
} from '../toolkit/fields.ts';
import type { FormSection } from '../types.ts';

/** CNIC numbers are printed in these groups: area, serial, gender digit. */
export const GROUPS = [5, 7, 1] as const;

export const layout: readonly FormSection[] = [
  {
    title: 'section.identity',
    fields: [
      numberField({ label: 'pk.number.label', hint: 'pk.number.hint', groups: GROUPS }),
      nameField('words'),
      textField({ name: 'relativeName', label: 'pk.relativeName.label', capitals: 'words' }),
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
      genderField(['M', 'F', 'X']),
      textField({
        name: 'stayCountry',
        label: 'pk.stayCountry.label',
        maxLength: 60,
        autocomplete: 'country-name',
        capitals: 'words',
      }),
      birthDateField,
      dateField({ name: 'issueDate', label: 'pk.issueDate.label' }),
      dateField({ name: 'expiryDate', label: 'pk.expiryDate.label', noDate: 'pk.expiryDate.none' }),
    ],
  },
  {
    title: 'section.address',
    fields: [
      textField({
        // Not on the card's front, so it is typed; optional, for a card alone is enough to be known.
        name: 'address',
        kind: 'lines',
        label: 'pk.address.label',
        hint: 'pk.address.hint',
        required: false,
        maxLength: 400,
        autocomplete: 'street-address',
        capitals: 'words',
      }),
    ],
  },
  contactSection,
];
