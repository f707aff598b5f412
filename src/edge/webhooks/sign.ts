import * as z from 'zod/mini';
import { type Bytes, randomBytes, utf8 } from '../crypto/bytes.ts';

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;
const PREFIX = 'whsec_';
/** How long the secret before a rotation still signs along, ms. */
export const ROTATION_MS = 24 * 3600 * 1000;

/** What an endpoint's webhooks are signed with. */
export const endpointSecrets = z.object({
  current: z.string(),
  previous: z.nullable(z.object({ secret: z.string(), until: z.number() })),
});
export type EndpointSecrets = z.infer<typeof endpointSecrets>;

export const secretsContext = (endpointId: string): string => `webhook-secrets:${endpointId}`;

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) as Bytes;

/** A new secret as Standard Webhooks writes it: `whsec_` and base64. */
export const newWebhookSecret = (): string => PREFIX + base64(randomBytes(SECRET_BYTES));

async function signature(secret: string, signed: string): Promise<string> {
  const raw = bytesOf(secret.slice(PREFIX.length));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return `v1,${base64(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(signed))))}`;
}

/**
 * The headers of a webhook (Standard Webhooks 1.0): HMAC-SHA-256 over `id.timestamp.body`, by the current secret and,
 * while a rotation lasts, by the one before.
 * @param now ms; the signature holds for the few minutes that the receiver grants.
 */
export async function signWebhook(
  id: string,
  body: string,
  { current, previous }: EndpointSecrets,
  now: number,
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const secrets = previous && previous.until > now ? [current, previous.secret] : [current];
  const signatures = await Promise.all(
    secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`)),
  );
  return {
    'content-type': 'application/json',
    'user-agent': 'Kenal-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
