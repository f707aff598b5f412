interface PostCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Called once nothing will look at `body` any more; where that is not known, never. */
  readonly release: () => void;
  readonly signal: AbortSignal;
  /** Longest answer that is of any use. */
  readonly maxBytes: number;
}

interface PostReply {
  readonly status: number;
  /** Null: longer than `maxBytes`. */
  readonly body: Uint8Array | null;
}

/**
 * A POST of bytes, once: no redirect is followed, nothing is sent again. It is to reject with an error that says
 * what was sent, as far as the runtime knows (`neverSent`).
 */
export type Post = (call: PostCall) => Promise<PostReply>;

/** Anything that speaks the OCR API's wire format. */
export interface Upstream {
  /** Short and stable: it stands in the meter. */
  readonly name: string;
  readonly kind: 'embedded' | 'hosted';
  /** Who runs it, named in the notice; null if we do. */
  readonly operator: string | null;
  /** Whether it understands `details=true`. */
  readonly details: boolean;
  /** Origin (and path, if any) that the documented paths are added to; no slash at its end. */
  readonly base: string;
  readonly apiKey: string | null;
  /** It is told the hash of the image, or of the file that it was made of. */
  readonly sandbox?: true;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Where the runtime has a shorter way than `fetch`. */
  readonly post?: Post;
}

/**
 * Error codes of a connection that was never made: nothing was sent, so nothing was charged. Everything else
 * may have happened after the last byte.
 */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

interface Cause {
  code?: unknown;
  cause?: unknown;
  errors?: unknown;
  socket?: { bytesWritten?: unknown };
}

/**
 * Whether a failed call certainly never sent its whole body (`bodyBytes` long). Where the runtime does not
 * say, the answer is no.
 */
export function neverSent(error: unknown, bodyBytes: number): boolean {
  for (let at = error as Cause | undefined, depth = 0; at && depth < 5; depth++) {
    if (typeof at.code === 'string' && NOT_CONNECTED.has(at.code)) return true;
    // Several addresses of one host were tried, none answered.
    if (Array.isArray(at.errors) && at.errors.length > 0)
      return at.errors.every((each) => neverSent(each, bodyBytes));
    // undici counts what it gave to the socket over the socket's whole life: less than this body is proof.
    const written = at.socket?.bytesWritten;
    if (typeof written === 'number' && written < bodyBytes) return true;
    at = at.cause as Cause | undefined;
  }
  return false;
}
