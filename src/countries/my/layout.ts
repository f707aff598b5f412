import { contactSection } from '../toolkit/fields.ts';
import type { FormSection } from '../types.ts';
import { GROUPS } from './number.ts';

export const layout: readonly FormSection[] = [
  {
    title: 'section.identity',
    fields: [
      {
        name: 'number',
        kind: 'number',
        label: 'my.number.label',
        hint: 'my.number.hint',
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
        capitals: 'characters',
      },
      {
        name: 'birthDate',
        kind: 'date',
        label: 'field.birthDate.label',
        hint: 'field.date.hint',
        required: true,
        maxLength: 10,
        autocomplete: 'bday',
        inputMode: 'numeric',
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
        ],
        autocomplete: 'sex',
      },
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
      {
        name: 'addressLines',
        kind: 'lines',
        label: 'my.addressLines.label',
        required: true,
        maxLength: 300,
        autocomplete: 'street-address',
        capitals: 'characters',
      },
      {
        name: 'postcode',
        kind: 'text',
        label: 'my.postcode.label',
        required: true,
        maxLength: 10,
        autocomplete: 'postal-code',
        inputMode: 'numeric',
      },
      {
        name: 'town',
        kind: 'text',
        label: 'my.town.label',
        required: true,
        maxLength: 100,
        autocomplete: 'address-level2',
        capitals: 'characters',
      },
      {
        // Cards of federal territories often end with the town.
        name: 'state',
        kind: 'text',
        label: 'my.state.label',
        required: false,
        maxLength: 60,
        autocomplete: 'address-level1',
        capitals: 'characters',
      },
    ],
  },
  contactSection,
];
