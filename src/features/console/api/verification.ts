import {
  type Verification,
  type VerificationKeep,
  verification,
  verificationKept,
} from '#src/contract/agent/index.ts';
import { call, errorOf, parsed, toJson } from '#src/lib/api/client.ts';

/** Reading a card takes up to 10 s at a hosted API; twice that with its retry. */
const TIMEOUT_MS = 30_000;

/** `POST /api/agent/verifications/{country}` with an image's bytes: read and checked, not stored. */
export async function verify(country: string, photo: Blob): Promise<Verification> {
  const response = await fetch(`/api/agent/verifications/${country}`, {
    method: 'POST',
    headers: { 'content-type': photo.type || 'application/octet-stream' },
    body: photo,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const body = toJson(await response.text());
  if (!response.ok) throw errorOf(response.status, body);
  return parsed(verification, body);
}

export const keep = async (country: string, request: VerificationKeep) =>
  parsed(
    verificationKept,
    await call(`/api/agent/verifications/${country}/keep`, { method: 'POST', json: request }),
  );
