import * as z from 'zod/mini';
import { APPLICATION_STATUSES, countryCode, locale, storedField } from '../api.ts';
import { IMAGE_WARNINGS, quad } from '../ocr.ts';
import { decision } from './decision.ts';
import { agentName, claim } from './queue.ts';

/** What a check says of the values as they stand, corrections included. `message` is a message id of the country. */
export const finding = z.object({
  field: z.string(),
  code: z.string(),
  level: z.enum(['error', 'warning']),
  message: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** The customer was shown this warning, and confirmed it. */
  confirmed: z.boolean(),
});
export type ReviewFinding = z.infer<typeof finding>;

/** A value that an agent holds to be the right one; it stands beside the customer's. */
const correction = z.object({ value: z.string(), by: agentName, at: z.string() });

/** A field as the customer left it, with what the engine read for it and where on the image. */
const reviewField = z.extend(storedField, {
  doubtful: z.boolean(),
  /** Corners in px of the image, clockwise from the upper left of the text; null if the reader does not say. */
  quad: z.nullable(quad),
  alternatives: z.array(z.string()),
  correction: z.nullable(correction),
  /** What this field was in the attempt before; null if it was the same, or if there is none. */
  before: z.nullable(z.string()),
});
export type ReviewField = z.infer<typeof reviewField>;

/** What a second reader made of the same image; `fields` holds only where the two differ. */
const secondReading = z.object({
  reader: z.string(),
  fields: z.record(z.string(), z.object({ first: z.string(), second: z.string() })),
});

const duplicate = z.object({
  id: z.string(),
  reference: z.string(),
  country: countryCode,
  status: z.enum(APPLICATION_STATUSES),
  submittedAt: z.string(),
  same: z.array(z.enum(['number', 'image', 'person'])),
});
export type Duplicate = z.infer<typeof duplicate>;

/** Everything beside the image of `attempt`, which is at `/api/agent/applications/{id}/image?attempt=n`. */
const reviewImage = z.object({ width: z.number(), height: z.number(), type: z.string() });

/**
 * `GET /api/agent/applications/{id}` (agent) → `review`. It is an event of the audit (who saw it). Also without a
 * claim: then it can only be read.
 */
export const review = z.object({
  id: z.string(),
  reference: z.string(),
  country: countryCode,
  status: z.enum(APPLICATION_STATUSES),
  submittedAt: z.string(),
  dueAt: z.string(),
  attempt: z.number(),
  /** The language that the customer used: a comment is best written in it. */
  locale,
  consent: z.object({ version: z.string(), acceptedAt: z.string() }),
  claim: z.nullable(claim),
  /** By the names of the country's form; its layout orders them. */
  fields: z.record(z.string(), reviewField),
  findings: z.array(finding),
  /** Kind of document, and the card's corners on the image, clockwise from its upper left. */
  document: z.nullable(z.string()),
  card: z.nullable(quad),
  /** Null: typed by hand, or erased. */
  image: z.nullable(reviewImage),
  warnings: z.array(z.enum(IMAGE_WARNINGS)),
  second: z.nullable(secondReading),
  duplicates: z.array(duplicate),
  /** Newest first. */
  decisions: z.array(decision),
  /** Attempts before this one; their images are still there for `image?attempt=n` where `hasImage`. */
  earlier: z.array(z.object({ attempt: z.number(), submittedAt: z.string(), hasImage: z.boolean() })),
});
export type Review = z.infer<typeof review>;

/**
 * `GET /api/agent/applications/{id}/image?attempt=n` (agent): the bytes as the customer sent them (the latest
 * attempt's without `attempt`). Never stored by the browser; opening it is an event of the audit.
 */

/**
 * `PUT /api/agent/applications/{id}/corrections` (agent who holds the claim) → `review`. Null takes it back.
 * `not_claimed`, `already_decided`.
 */
export const correctionRequest = z.object({
  field: z.string().check(z.maxLength(40)),
  value: z.nullable(z.string().check(z.maxLength(500))),
});
export type CorrectionRequest = z.infer<typeof correctionRequest>;
