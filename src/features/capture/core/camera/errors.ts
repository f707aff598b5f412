/** Every way a camera can fail to start or to go on, as the screens tell them apart. */
export const CAMERA_FAILURES = [
  'insecure',
  'unsupported',
  'policy',
  'denied',
  'denied-by-system',
  'dismissed',
  'no-camera',
  'in-use',
  'overconstrained',
  'died',
  'timeout',
  'unknown',
] as const;
export type CameraFailure = (typeof CAMERA_FAILURES)[number];

/** A camera failure with a stable `code`; `cause` is what the browser threw. Never holds image data. */
export class CameraError extends Error {
  readonly code: CameraFailure;
  override readonly name = 'CameraError';

  constructor(code: CameraFailure, cause?: unknown) {
    super(`camera: ${code}`, { cause });
    this.code = code;
  }
}

/** What is known of the page when getUserMedia rejects; browsers put most of it nowhere else. */
export interface FailureContext {
  /** `isSecureContext` of the page. */
  readonly secure: boolean;
  /** Permissions Policy verdict for the camera; null where the browser cannot say. */
  readonly allowedByPolicy: boolean | null;
  /** The page sits in a frame of another origin, which needs `allow="camera"` on every level. */
  readonly embedded: boolean;
  /** State of the camera permission after the rejection; null where the browser cannot say. */
  readonly permission: PermissionState | null;
  /** Milliseconds from the request to the rejection. */
  readonly elapsed: number;
}

/**
 * A person needs longer than this to answer a prompt: a refusal that comes faster was decided without one.
 * Only believed where the browser tells neither the policy nor the permission.
 */
const ANSWERED_WITHOUT_PROMPT_MS = 120;

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';

/**
 * Chromium alone says in the message whether a prompt was dismissed or the operating system refused; the
 * permission's state afterwards settles the rest.
 */
function refusal(error: unknown, context: FailureContext): CameraFailure {
  if (context.allowedByPolicy === false) return 'policy';
  const message = messageOf(error);
  if (/by system/i.test(message)) return 'denied-by-system';
  if (/dismiss/i.test(message)) return 'dismissed';
  if (context.permission === 'denied') return 'denied';
  const instant = context.elapsed < ANSWERED_WITHOUT_PROMPT_MS;
  if (context.embedded && context.allowedByPolicy === null && instant) return 'policy';
  if (context.permission === 'prompt' && !instant) return 'dismissed';
  return 'denied';
}

/** Turns whatever getUserMedia threw into one of the known failures. */
export function toCameraError(error: unknown, context: FailureContext): CameraError {
  if (error instanceof CameraError) return error;
  if (!context.secure) return new CameraError('insecure', error);
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return new CameraError(refusal(error, context), error);
    case 'SecurityError':
      return new CameraError(context.allowedByPolicy === false ? 'policy' : 'denied', error);
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return new CameraError('no-camera', error);
    case 'NotReadableError':
    case 'TrackStartError':
      return new CameraError('in-use', error);
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return new CameraError('overconstrained', error);
    case 'AbortError':
      return new CameraError(/timeout/i.test(messageOf(error)) ? 'timeout' : 'in-use', error);
    default:
      return new CameraError('unknown', error);
  }
}
