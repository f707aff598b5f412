import { ApiError } from '#src/lib/api/client.ts';
import type en from './words.en.ts';

const TOLD = ['claimed', 'not_claimed', 'already_decided', 'stale'] as const;

/** What to say of something that did not get through on an application. */
export function decisionError(error: unknown): Extract<keyof typeof en, `error.${string}`> {
  const code = error instanceof ApiError ? TOLD.find((known) => known === error.code) : undefined;
  return code ? `error.${code}` : 'error.other';
}
