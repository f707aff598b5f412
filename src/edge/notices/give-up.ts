/** What could not be told for so long (ms) is old news: the page of the application says it better. */
const GIVE_UP_MS = 3 * 24 * 3600 * 1000;

/** Whether an event of this time is not worth telling any more. */
export const isOldNews = (at: number, now: number): boolean => now - at > GIVE_UP_MS;
