import type { MiddlewareHandler } from 'hono';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';

/**
 * What React Aria writes into a page that uses it, by hash: the touch behaviour of what can be pressed (usePress),
 * and the scrolling behind an open dialog (usePreventScroll, on iOS). Only the console's pages use it. A test takes
 * both from its source, and fails when a new version writes something else.
 */
export const REACT_ARIA_STYLES = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
] as const;

const documentCsp = (styles: readonly string[], ancestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...styles.map((hash) => `'${hash}'`)].join(' ')}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ].join('; ');

/**
 * A dedicated worker lives under the policy that came with its script, not under its page's: it may import
 * our own modules and fetch from us. A `sandbox` here would take its origin away, and with it both. WebAssembly is
 * for the HEIC decoder, which runs in the capture worker alone; pages keep the policy without it.
 */
const SCRIPT_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Answers that are no document must not become one. */
const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

const PERMISSIONS = [
  'camera=(self)',
  'accelerometer=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'usb=()',
].join(', ');

/** A year, as the preload lists ask for. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** The partner's script, as a script and as a module: public, and run by other sites' pages. */
const PARTNER_SCRIPT = /^\/embed\.m?js$/;
const FRAME = '/embed';
const CONSOLE = /^\/agent(?:\/|$)/;

/** An origin as CSP takes it: scheme, host, perhaps a port. Anything else could end the directive. */
const ORIGIN = /^https?:\/\/[a-z0-9.[\]:-]+$/i;

/**
 * The headers that every response bears. Nothing inline, nothing evaluated, nothing from elsewhere; no frame
 * around us but a partner's around `/embed`. HSTS only where the deployment is https.
 */
export const securityHeaders = ({
  settings,
  frameAncestorsOf,
}: Pick<EdgeDeps, 'settings' | 'frameAncestorsOf'>): MiddlewareHandler<EdgeEnv> => {
  const https = settings.publicUrl.startsWith('https:');
  const policyOf = async (request: Request, path: string, contentType: string): Promise<string> => {
    if (contentType.startsWith('text/javascript')) return SCRIPT_CSP;
    if (!contentType.startsWith('text/html')) return DATA_CSP;
    const ancestors = path === FRAME ? ((await frameAncestorsOf?.(request)) ?? []) : [];
    return documentCsp(
      CONSOLE.test(path) ? REACT_ARIA_STYLES : [],
      ancestors.filter((origin) => ORIGIN.test(origin)),
    );
  };
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    const { path } = c.req;
    const type = headers.get('content-type') ?? '';
    headers.set('content-security-policy', await policyOf(c.req.raw, path, type));
    headers.set('permissions-policy', PERMISSIONS);
    headers.set('referrer-policy', 'no-referrer');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('cross-origin-opener-policy', 'same-origin');
    const elsewhere = path === FRAME || PARTNER_SCRIPT.test(path);
    headers.set('cross-origin-resource-policy', elsewhere ? 'cross-origin' : 'same-origin');
    // A page under COEP takes a frame only with COEP of its own, and that frame a worker only with the same.
    if (path === FRAME || type.startsWith('text/javascript'))
      headers.set('cross-origin-embedder-policy', 'require-corp');
    // Modules are fetched with CORS; the script is public.
    if (PARTNER_SCRIPT.test(path)) headers.set('access-control-allow-origin', '*');
    if (https) headers.set('strict-transport-security', HSTS);
    if (path.startsWith('/api/') && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
};
