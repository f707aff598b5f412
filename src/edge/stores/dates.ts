import type { Dialect } from './schema.ts';
import type { StoredDate } from './schema-agents.ts';

/** A time (ms) as better-auth's tables hold it. */
export const storedDate = (dialect: Dialect, ms: number): StoredDate =>
  dialect === 'postgres' ? new Date(ms) : new Date(ms).toISOString();

/** ISO text of what one of its tables holds. */
export const isoOf = (stored: StoredDate): string => new Date(stored).toISOString();

/** A yes or no as its tables hold it. */
export const storedBool = (dialect: Dialect, value: boolean): boolean | number =>
  dialect === 'postgres' ? value : Number(value);
