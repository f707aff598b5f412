import {
  type ApplicationReceipt,
  type ApplicationSubmission,
  applicationReceipt,
  type SessionReceipt,
  sessionReceipt,
} from '#src/contract/index.ts';
import { call, parsed, parsedIfAny } from './client.ts';

/**
 * `POST /api/applications`. The same key and submission make one application, however often they are sent:
 * after a lost answer the caller sends both again.
 */
export async function submitApplication(
  token: string,
  submission: ApplicationSubmission,
  idempotencyKey: string,
  signal?: AbortSignal,
): Promise<ApplicationReceipt> {
  const headers = { 'idempotency-key': idempotencyKey };
  const body = await call('/api/applications', { method: 'POST', token, json: submission, headers, signal });
  return parsed(applicationReceipt, body);
}

/** `GET /api/applications`: what this session has sent; null where it has sent nothing. */
export async function getReceipt(token: string, signal?: AbortSignal): Promise<SessionReceipt | null> {
  return parsedIfAny(sessionReceipt, await call('/api/applications', { token, signal }));
}
