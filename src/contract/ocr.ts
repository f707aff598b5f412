import * as z from 'zod/mini';

/**
 * The wire format of the ID-card OCR API: an envelope of `status` and `message`, the same for every
 * country. What stands in `message` when the status is OK belongs to the country (`countries/xx/wire.ts`).
 */
export const OCR_STATUSES = [
  'OK',
  'FAIL',
  'INVALID_REQUEST',
  'IMAGE_INVALID_FORMAT',
  'IMAGE_INVALID_SIZE',
  'INNER_ERROR',
] as const;
export type OcrStatus = (typeof OCR_STATUSES)[number];

/** The exact sentences of the API's documents. Clients compare them, so they never change. */
export const OCR_MESSAGES = {
  notCard: 'not identity card',
  unreadable: 'check input image and retry',
  INVALID_REQUEST: 'check request params',
  IMAGE_INVALID_FORMAT: 'image format not support',
  IMAGE_INVALID_SIZE: 'image larger than 2M',
  INNER_ERROR: 'Inner error, please retry later',
} as const;

/** Largest decoded image in bytes ("2M" in the documents). */
export const MAX_IMAGE_BYTES = 2_097_152;

/** OK and FAIL are charged by the API's operator; every other status is free. */
export const isCharged = (status: OcrStatus): boolean => status === 'OK' || status === 'FAIL';

/** A corner or vertex in pixels of the sent image, after its EXIF orientation was applied; origin top left. */
const point = z.tuple([z.number(), z.number()]);
export type Point = z.infer<typeof point>;

/** Four corners, clockwise, the first being the top left of the upright card or text line. */
export const quad = z.tuple([point, point, point, point]);
export type Quad = z.infer<typeof quad>;

/** A value changed or confirmed by something the image shows; `reason` is a stable kebab-case code. */
const correction = z.object({ from: z.string(), to: z.string(), reason: z.string() });

/** What the engine knows of one field. `confidence` is calibrated: of all fields at .9, nine in ten are right. */
const fieldDetail = z.object({
  value: z.string(),
  confidence: z.number().check(z.gte(0), z.lte(1)),
  doubtful: z.boolean(),
  quad: z.nullable(quad),
  alternatives: z.array(z.object({ value: z.string(), confidence: z.number() })),
  corrections: z.array(correction),
});
export type FieldDetail = z.infer<typeof fieldDetail>;

export const IMAGE_WARNINGS = [
  'photocopy',
  'screen',
  'edited',
  'blurred',
  'glare',
  'dark',
  'cropped',
] as const;
export type ImageWarning = (typeof IMAGE_WARNINGS)[number];

/**
 * Kenal's addition to the wire format, sent only on `details=true`. `fields` is keyed by the wire's own
 * names, plus names of what is printed but not documented (`citizenship`).
 */
export const ocrDetails = z.object({
  document: z.object({ kind: z.string(), confidence: z.number() }),
  card: z.object({ quad: z.nullable(quad), width: z.number() }),
  image: z.object({ width: z.number(), height: z.number() }),
  fields: z.record(z.string(), fieldDetail),
  quality: z.object({ sharpness: z.number(), glare: z.number(), brightness: z.number() }),
  warnings: z.array(z.enum(IMAGE_WARNINGS)),
});
export type OcrDetails = z.infer<typeof ocrDetails>;

/**
 * An answer of any upstream before its country is known: unknown keys are kept, so that what an upstream
 * adds is not lost.
 */
export const ocrEnvelope = z.looseObject({
  status: z.enum(OCR_STATUSES),
  message: z.union([z.string(), z.record(z.string(), z.unknown())]),
  details: z.optional(z.unknown()),
});

/** Every answer that is not OK, to the letter. */
export const ocrFailure = z.union([
  z.object({
    status: z.literal('FAIL'),
    message: z.enum([OCR_MESSAGES.notCard, OCR_MESSAGES.unreadable]),
  }),
  z.object({ status: z.literal('INVALID_REQUEST'), message: z.literal(OCR_MESSAGES.INVALID_REQUEST) }),
  z.object({
    status: z.literal('IMAGE_INVALID_FORMAT'),
    message: z.literal(OCR_MESSAGES.IMAGE_INVALID_FORMAT),
  }),
  z.object({ status: z.literal('IMAGE_INVALID_SIZE'), message: z.literal(OCR_MESSAGES.IMAGE_INVALID_SIZE) }),
  z.object({ status: z.literal('INNER_ERROR'), message: z.literal(OCR_MESSAGES.INNER_ERROR) }),
]);
export type OcrFailure = z.infer<typeof ocrFailure>;

/** The documented failure object for a status; FAIL says which of its two messages is meant. */
export function failure(status: 'FAIL', message: 'notCard' | 'unreadable'): OcrFailure;
export function failure(status: Exclude<OcrStatus, 'OK' | 'FAIL'>): OcrFailure;
export function failure(
  status: Exclude<OcrStatus, 'OK'>,
  message: 'notCard' | 'unreadable' = 'unreadable',
): OcrFailure {
  return (
    status === 'FAIL' ? { status, message: OCR_MESSAGES[message] } : { status, message: OCR_MESSAGES[status] }
  ) as OcrFailure;
}
