import { ApiError } from '#src/lib/api/client.ts';
import type en from './words.en.ts';

const TOLD = ['last_admin', 'email_taken', 'invalid_request'] as const;

/** What to say of a change that did not get through. */
export function peopleError(error: unknown): Extract<keyof typeof en, `people.error.${string}`> {
  const code = error instanceof ApiError ? TOLD.find((known) => known === error.code) : undefined;
  return code ? `people.error.${code}` : 'people.error.other';
}
