const HOUR = 3_600_000;

/**
 * The calendar dates that are today somewhere on Earth (UTC−12 to UTC+14), ISO. A form is refused only for
 * what is wrong on each of them: the person's clock shows one, and we do not know which.
 */
export function todaysOnEarth(now: number): readonly string[] {
  const dates = [-12, 0, 14].map((offset) => new Date(now + offset * HOUR).toISOString().slice(0, 10));
  return [...new Set(dates)];
}
