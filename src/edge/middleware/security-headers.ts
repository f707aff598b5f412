import type { MiddlewareHandler } from 'hono';
import type { EdgeEnv } from '../deps.ts';

const DOCUMENT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
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

const policyOf = (contentType: string): string => {
  if (contentType.startsWith('text/html')) return DOCUMENT_CSP;
  return contentType.startsWith('text/javascript') ? SCRIPT_CSP : DATA_CSP;
};

/**
 * The headers that every response bears. Nothing inline, nothing evaluated, nothing from elsewhere; no frame
 * around us. HSTS only where the deployment is https.
 */
export const securityHeaders = (publicUrl: string): MiddlewareHandler<EdgeEnv> => {
  const https = publicUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('content-security-policy', policyOf(headers.get('content-type') ?? ''));
    headers.set('permissions-policy', PERMISSIONS);
    headers.set('referrer-policy', 'no-referrer');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    if (https) headers.set('strict-transport-security', HSTS);
    if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
      headers.set('cache-control', 'no-store');
  };
};
