import {
  type ApplicationReceipt,
  type ApplicationSubmission,
  applicationReceipt,
} from '#src/contract/index.ts';
import { call, parsed } from './client.ts';

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
