import { isIsoDate } from '../toolkit/dates.ts';

/** MyKad numbers are printed in these groups: birth date, place of birth, serial with the gender digit. */
export const GROUPS = [6, 2, 4] as const;

/** Holders are 12 or older. */
export const MIN_AGE = 12;

/**
 * The birth date inside a number as an ISO date, which may be an impossible one. Two digits of the year are
 * given: those that a person of 12 can have in this century belong to it, the rest to the last.
 */
export function birthDateIn(number: string, today: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{2})/.exec(number);
  if (!match) return null;
  const year = Number(match[1]);
  const century = year <= (Number(today.slice(0, 4)) % 100) - MIN_AGE ? '20' : '19';
  return `${century}${match[1]}-${match[2]}-${match[3]}`;
}

/** Whether the first six digits can be a date in either century (29 February decides between them). */
export function startsWithDate(number: string): boolean {
  const [year, month, day] = [number.slice(0, 2), number.slice(2, 4), number.slice(4, 6)];
  return ['19', '20'].some((century) => isIsoDate(`${century}${year}-${month}-${day}`));
}
