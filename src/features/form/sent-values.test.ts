import { expect, it } from 'vitest';
import { contactSection, nameField, numberField } from '#src/countries/toolkit/fields.ts';
import { sentValues } from './sent-values.ts';

it('sends contacts and numbers in plain characters, and names as they were typed', () => {
  const specs = [numberField({ label: 'n', groups: [2] }), nameField('words'), ...contactSection.fields];
  const values = { number: '۴۲', name: 'علی ۲', contact: '\u202a۰۳۰۰ ۱۲۳۴۵۶۷\u202c' };
  expect(sentValues(specs, values)).toEqual({ number: '42', name: 'علی ۲', contact: '0300 1234567' });
});
