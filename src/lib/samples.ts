import type { ApplicationReceipt, ApplicationSubmission, SessionReply } from '#src/contract/index.ts';

const MINUTE_MS = 60_000;

/** What the BFF says and is sent, for tests. A session is good for half an hour from `now`. */
export const sampleSession = (sessionId: string, token: string, now = Date.now()): SessionReply => ({
  token,
  sessionId,
  expiresAt: new Date(now + 30 * MINUTE_MS).toISOString(),
  countries: ['my'],
  allowManual: true,
  reader: { kind: 'embedded', operator: null },
  partner: null,
});

/** A form that was typed by hand. */
export const sampleSubmission = (contact: string): ApplicationSubmission => ({
  country: 'my',
  readingId: null,
  values: { contact },
  confirmedWarnings: [],
  consent: { version: '1', locale: 'en', acceptedAt: '2026-11-22T03:00:00Z' },
  locale: 'en',
});

export const sampleReceipt = (reference: string): ApplicationReceipt => ({
  id: 'a',
  reference,
  status: 'submitted',
  submittedAt: '2026-11-22T03:00:00Z',
  statusPath: '/status/a#s',
});
