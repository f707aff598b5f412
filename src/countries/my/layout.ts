import {
  birthDateField,
  contactSection,
  genderField,
  nameField,
  numberField,
  textField,
} from '../toolkit/fields.ts';
import type { FieldSpec, FormSection } from '../types.ts';
import { GROUPS } from './number.ts';

/** The four parts of the one address that the card prints. */
const addressPart = (own: Parameters<typeof textField>[0]): FieldSpec =>
  textField({ printed: 'address', capitals: 'characters', ...own });

export const layout: readonly FormSection[] = [
  {
    title: 'section.identity',
    fields: [
      numberField({ label: 'my.number.label', hint: 'my.number.hint', groups: GROUPS }),
      nameField('characters'),
      birthDateField,
      genderField(['M', 'F']),
      {
        name: 'citizenship',
        kind: 'choice',
        label: 'my.citizenship.label',
        required: true,
        maxLength: 30,
        options: [
          { value: 'WARGANEGARA', label: 'my.citizenship.citizen' },
          { value: 'PEMASTAUTIN TETAP', label: 'my.citizenship.permanent' },
          { value: 'PEMASTAUTIN SEMENTARA', label: 'my.citizenship.temporary' },
        ],
      },
    ],
  },
  {
    title: 'section.address',
    fields: [
      addressPart({
        name: 'addressLines',
        kind: 'lines',
        label: 'my.addressLines.label',
        maxLength: 300,
        autocomplete: 'street-address',
      }),
      addressPart({
        name: 'postcode',
        label: 'my.postcode.label',
        maxLength: 10,
        autocomplete: 'postal-code',
        inputMode: 'numeric',
      }),
      addressPart({
        name: 'town',
        label: 'my.town.label',
        maxLength: 100,
        autocomplete: 'address-level2',
      }),
      addressPart({
        // Cards of federal territories often end with the town.
        name: 'state',
        label: 'my.state.label',
        required: false,
        maxLength: 60,
        autocomplete: 'address-level1',
      }),
    ],
  },
  contactSection,
];
