import { failure, MAX_IMAGE_BYTES, type OcrFailure } from '#src/contract/index.ts';
import { decodedLength, normaliseBase64 } from './base64.ts';
import { readBody } from './body.ts';

export interface ParsedRequest {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly details: boolean;
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * The image in a documented request, or the documented failure. Order: body size, form, base64, image size.
 * The image's format is judged later, by the decoder.
 */
export async function parseRequest(request: Request): Promise<ParsedRequest | OcrFailure> {
  const body = await readBody(request);
  if (body === 'too-large') return failure('IMAGE_INVALID_SIZE');
  const type = (request.headers.get('content-type') ?? FORM).split(';')[0]?.trim().toLowerCase();
  if (type !== FORM) return failure('INVALID_REQUEST');
  const form = new URLSearchParams(body);
  const base64 = normaliseBase64(form.get('img') ?? '');
  if (base64 === null) return failure('INVALID_REQUEST');
  if (decodedLength(base64) > MAX_IMAGE_BYTES) return failure('IMAGE_INVALID_SIZE');
  return { image: decode(base64), details: form.get('details') === 'true' };
}

/** A copy in a buffer of its own, so that it can be transferred to a worker. */
function decode(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
