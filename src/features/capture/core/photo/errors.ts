/** Why a file or a still cannot become a photo for the upload. */
export const PHOTO_FAILURES = [
  'not-an-image',
  'video',
  'empty',
  'too-large',
  'too-many-pixels',
  'damaged',
  'unsupported-here',
  'pdf-locked',
  'out-of-memory',
  'offline',
  'no-card',
  'unreadable',
  'cancelled',
  'unknown',
] as const;
export type PhotoFailure = (typeof PHOTO_FAILURES)[number];

/** A photo failure with a stable `code`; `cause` is what the browser threw. Never holds image data. */
export class PhotoError extends Error {
  readonly code: PhotoFailure;
  override readonly name = 'PhotoError';

  constructor(code: PhotoFailure, cause?: unknown) {
    super(`photo: ${code}`, { cause });
    this.code = code;
  }
}

/**
 * Turns anything thrown on the way into a PhotoError. Browsers report a failed allocation as a RangeError
 * ("Array buffer allocation failed") or as an InvalidStateError of the canvas; `otherwise` names the rest.
 */
export function toPhotoError(cause: unknown, otherwise: PhotoFailure = 'unknown'): PhotoError {
  if (cause instanceof PhotoError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const message = cause instanceof Error || cause instanceof DOMException ? cause.message : '';
  if (name === 'AbortError') return new PhotoError('cancelled', cause);
  if (/memory|allocat/i.test(message) || name === 'RangeError') return new PhotoError('out-of-memory', cause);
  if (/dynamically imported|importing a module|error loading/i.test(message)) {
    return new PhotoError('offline', cause);
  }
  return new PhotoError(otherwise, cause);
}
