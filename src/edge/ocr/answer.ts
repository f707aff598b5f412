import { OCR_MESSAGES, type OcrStatus, ocrEnvelope } from '#src/contract/index.ts';
import type { WireMessage } from '#src/countries/types.ts';
import type { Charge } from '../stores/schema.ts';

/** What one call to an upstream came to, and what is known of its price. */
export type Answer =
  | { readonly kind: 'read'; readonly message: WireMessage; readonly raw: unknown; readonly details: unknown }
  | { readonly kind: 'not_card' | 'unreadable' }
  | { readonly kind: 'image_invalid_format' | 'image_invalid_size' }
  /** Free, and worth another try. */
  | { readonly kind: 'inner_error' }
  /** The upstream refuses our requests (key, parameters): another try would be refused as well. */
  | { readonly kind: 'refused' }
  /** An answer outside of the contract. */
  | { readonly kind: 'malformed' };

export interface Judged {
  readonly answer: Answer;
  readonly status: OcrStatus | null;
  readonly charge: Charge;
}

const FREE = 'free';

/**
 * Judges an upstream's response by the contract; what a country's message must look like, `parse` knows.
 * @param body what came, null if it was cut off or too long.
 */
export function judge(
  httpStatus: number,
  body: string | null,
  parse: (message: unknown) => WireMessage | null,
): Judged {
  let json: unknown = null;
  try {
    json = body === null ? null : JSON.parse(body);
  } catch {
    // Falls through to what is said of answers that are none.
  }
  const envelope = ocrEnvelope.safeParse(json);
  if (!envelope.success) {
    // A 4xx without an envelope comes from something in front of the API, which turned the request away.
    const turnedAway = httpStatus >= 400 && httpStatus < 500;
    return turnedAway
      ? { answer: { kind: 'refused' }, status: null, charge: FREE }
      : { answer: { kind: 'malformed' }, status: null, charge: 'unknown' };
  }
  const { status, message, details } = envelope.data;
  switch (status) {
    case 'OK': {
      const parsed = parse(message);
      const answer: Answer = parsed
        ? { kind: 'read', message: parsed, raw: message, details }
        : { kind: 'malformed' };
      return { answer, status, charge: 'charged' };
    }
    case 'FAIL':
      return {
        answer: { kind: message === OCR_MESSAGES.notCard ? 'not_card' : 'unreadable' },
        status,
        charge: 'charged',
      };
    case 'IMAGE_INVALID_FORMAT':
      return { answer: { kind: 'image_invalid_format' }, status, charge: FREE };
    case 'IMAGE_INVALID_SIZE':
      return { answer: { kind: 'image_invalid_size' }, status, charge: FREE };
    case 'INVALID_REQUEST':
      return { answer: { kind: 'refused' }, status, charge: FREE };
    case 'INNER_ERROR':
      return { answer: { kind: 'inner_error' }, status, charge: FREE };
  }
}
