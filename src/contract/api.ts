import * as z from 'zod/mini';
import { IMAGE_WARNINGS, quad } from './ocr.ts';
import { sessionPartner } from './partner/client.ts';

/** ISO 3166-1 alpha-2 in lower case; which of them a deployment offers is said by the session. */
export const countryCode = z.string().check(z.regex(/^[a-z]{2}$/));

export const LOCALES = ['en', 'ms', 'ur'] as const;
export const locale = z.enum(LOCALES);
export type Locale = z.infer<typeof locale>;

/** Who reads the image: named in the notice before the first upload. */
const readerInfo = z.object({
  kind: z.enum(['embedded', 'hosted']),
  operator: z.nullable(z.string()),
});
export type ReaderInfo = z.infer<typeof readerInfo>;

/** `POST /api/sessions`: a token for one onboarding. */
export const sessionReply = z.object({
  token: z.string(),
  sessionId: z.string(),
  expiresAt: z.string(),
  countries: z.array(countryCode),
  allowManual: z.boolean(),
  reader: readerInfo,
  /** Of a session that a partner made; null: this site's own. */
  partner: z.nullable(sessionPartner),
});
export type SessionReply = z.infer<typeof sessionReply>;

/**
 * One field of the form as read from a card. Keyed by the form's own names with ISO dates; the wire's names
 * ended at the country's `prefill`. `confidence` is null where the upstream does not say.
 */
const readField = z.object({
  value: z.string(),
  confidence: z.nullable(z.number()),
  doubtful: z.boolean(),
  quad: z.nullable(quad),
  alternatives: z.array(z.string()),
});
export type ReadField = z.infer<typeof readField>;

/** `POST /api/readings/{country}`: image bytes in, one of three outcomes out. Faults are problem details. */
export const readingReply = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    readingId: z.string(),
    country: countryCode,
    fields: z.record(z.string(), readField),
    document: z.nullable(z.string()),
    card: z.nullable(quad),
    image: z.nullable(z.object({ width: z.number(), height: z.number() })),
    warnings: z.array(z.enum(IMAGE_WARNINGS)),
  }),
  z.object({ outcome: z.literal('not_card'), readingId: z.string(), country: countryCode }),
  z.object({ outcome: z.literal('unreadable'), readingId: z.string(), country: countryCode }),
]);
export type ReadingReply = z.infer<typeof readingReply>;
export type CardRead = Extract<ReadingReply, { outcome: 'read' }>;

const fieldValue = z.string().check(z.maxLength(500));
const formValues = z.record(z.string().check(z.maxLength(40)), fieldValue);
export type FormValues = z.infer<typeof formValues>;

export const consent = z.object({ version: z.string(), locale, acceptedAt: z.string() });
export type Consent = z.infer<typeof consent>;

/** `POST /api/applications`. Values only: where each came from is computed by the BFF from the stored reading. */
export const applicationSubmission = z.object({
  country: countryCode,
  readingId: z.nullable(z.string()),
  values: formValues,
  /** Codes of warnings that the person was shown and confirmed, as `field:code`. */
  confirmedWarnings: z.array(z.string()),
  consent,
  locale,
});
export type ApplicationSubmission = z.infer<typeof applicationSubmission>;

export const APPLICATION_STATUSES = [
  'submitted',
  'in_review',
  'approved',
  'declined',
  'resubmission_requested',
  'expired',
] as const;

const FIELD_SOURCES = ['ocr', 'typed', 'edited'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

/** A field as it is stored: its value, where it came from, and what was read for it. */
export const storedField = z.object({
  value: z.string(),
  source: z.enum(FIELD_SOURCES),
  ocr: z.nullable(z.object({ value: z.string(), confidence: z.nullable(z.number()) })),
});
export type StoredField = z.infer<typeof storedField>;

export const applicationReceipt = z.object({
  id: z.string(),
  reference: z.string(),
  status: z.enum(APPLICATION_STATUSES),
  submittedAt: z.string(),
  /** Path and fragment secret of the status page: `/status/{id}#{secret}`. */
  statusPath: z.string(),
});
export type ApplicationReceipt = z.infer<typeof applicationReceipt>;

/** `GET /api/applications`: what the browser of a session that has submitted may have missed; else 204. */
export const sessionReceipt = z.object({ country: countryCode, receipt: applicationReceipt });
export type SessionReceipt = z.infer<typeof sessionReceipt>;

/** What the customer is asked for: another photo of the card, or the form once more. */
export const resubmissionAsk = z.object({
  ask: z.enum(['photo', 'correction']),
  /**
   * Codes, shown in the customer's words. Of `photo`: blurred, glare, cut_off, too_dark, covered, not_the_card,
   * other; of `correction`: number, name, dates, address, contact, other. Take one you do not know as `other`.
   */
  reasons: z.array(z.string()),
});
export type ResubmissionAsk = z.infer<typeof resubmissionAsk>;

/**
 * Header with the last four characters of the card's number (`5087`), as they were sent or read: whoever comes with
 * the link's secret alone has to know them to take an application back or to send it again. `forbidden` without it;
 * `code_wrong`; `rate_limited` after five wrong ones, an hour, then doubling up to a day.
 */
export const CARD_END_HEADER = 'kenal-card-end';

/** `GET /api/applications/{id}`, for the session that made it or the holder of its status secret. */
export const applicationStatus = z.object({
  id: z.string(),
  reference: z.string(),
  country: countryCode,
  status: z.enum(APPLICATION_STATUSES),
  submittedAt: z.string(),
  comment: z.nullable(z.string()),
  /** What is asked for, while the status is `resubmission_requested`. */
  resubmission: z.optional(resubmissionAsk),
});
export type ApplicationStatus = z.infer<typeof applicationStatus>;

/** `PUT /api/draft`: the form so far. `GET` gives it back after a reload. */
export const draft = z.object({
  country: countryCode,
  step: z.string().check(z.maxLength(40)),
  readingId: z.nullable(z.string()),
  values: formValues,
  confirmedWarnings: z.array(z.string()),
  consent: z.nullable(consent),
});
export type Draft = z.infer<typeof draft>;

/** `GET /api/draft`: the draft, with the reading it refers to; 204 where there is none. */
export const draftReply = z.object({ draft, reading: z.nullable(readingReply) });
export type DraftReply = z.infer<typeof draftReply>;
