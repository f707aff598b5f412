/** Dates are typed as the cards print them: DD.MM.YYYY. */
export const DATE_GROUPS = [2, 2, 4] as const;
export const DATE_SEPARATOR = '.';

/** The form's value as it stands in the field. A value that is no ISO date is shown as it is. */
export function dateToText(value: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return match ? `${match[3]}.${match[2]}.${match[1]}` : value;
}

/** The field's text as the form's value: an ISO date once all eight digits are there, the text until then. */
export function textToDate(text: string): string {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  return match ? `${match[3]}-${match[2]}-${match[1]}` : text;
}
