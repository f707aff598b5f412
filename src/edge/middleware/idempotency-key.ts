import { HttpProblem } from '../problem.ts';

/** Printable ASCII, as in draft-ietf-httpapi-idempotency-key-header; a UUID has 36 characters. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** An `Idempotency-Key` as it was given. @throws HttpProblem invalid_request: it is none. */
export function checkedKey(given: string): string {
  if (!IDEMPOTENCY_KEY.test(given))
    throw new HttpProblem('invalid_request', { detail: 'Idempotency-Key: 8 to 128 printable characters' });
  return given;
}
