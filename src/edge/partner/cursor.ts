import { base64url } from 'jose';
import * as z from 'zod/mini';
import { text, utf8 } from '../crypto/bytes.ts';
import { HttpProblem } from '../problem.ts';

const cursor = z.tuple([z.int(), z.string().check(z.regex(/^[\x20-\x7e]*$/))]);

/** Where a page of a keyset list ended: time and id of its last row. Opaque to whoever bears it. */
export const writeCursor = (at: number, id: string): string =>
  base64url.encode(utf8(JSON.stringify([at, id])));

/** @throws HttpProblem invalid_request. */
export function readCursor(given: string): readonly [at: number, id: string] {
  try {
    return cursor.parse(JSON.parse(text(base64url.decode(given))));
  } catch {
    throw new HttpProblem('invalid_request', { detail: 'after is no cursor of a list' });
  }
}

const MAX_PAGE = 100;
const PAGE = 25;

/** `limit` of a list, 1 to 100. @throws HttpProblem invalid_request. */
export function readLimit(given: string | undefined): number {
  const limit = given === undefined ? PAGE : Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw new HttpProblem('invalid_request', { detail: `limit: 1 to ${MAX_PAGE}` });
  return limit;
}
