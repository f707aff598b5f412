import type { FormSection } from '../types.ts';

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
