import type * as z from 'zod/mini';
import type { ProblemCode } from '#src/contract/index.ts';
import { type Bytes, text } from './crypto/bytes.ts';
import { HttpProblem } from './problem.ts';

/** Larger than any form: 40 fields of 500 characters, escaped. */
const MAX_JSON_BYTES = 64 * 1024;

/**
 * The whole body of a request, which is at most `limit` bytes.
 * @throws HttpProblem `code` as soon as one byte more has come, or is announced; what follows is not read.
 */
export async function readBody(
  request: Request,
  limit: number,
  code: ProblemCode = 'too_large',
): Promise<Bytes> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > limit) throw new HttpProblem(code);
  // A server ends a body at the length that was announced: then it can be taken whole, without the stream between,
  // which costs more than all else of taking it.
  const bytes = announced >= 0 ? await readWhole(request) : await readStream(request, limit, code);
  if (bytes.length > limit) throw new HttpProblem(code);
  return bytes;
}

/** @throws HttpProblem invalid_request if the body ended before its length: its sender has gone. */
async function readWhole(request: Request): Promise<Bytes> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch {
    throw new HttpProblem('invalid_request', { detail: 'The body ended too early' });
  }
}

async function readStream(request: Request, limit: number, code: ProblemCode): Promise<Bytes> {
  if (!request.body) return new Uint8Array(0);
  let buffer: Bytes = new Uint8Array(Math.min(limit, 64 * 1024));
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > limit) {
      // Not waited for: half of a body that was split ends only with the other half.
      reader.cancel().catch(() => {});
      throw new HttpProblem(code);
    }
    if (length + value.length > buffer.length) {
      const larger: Bytes = new Uint8Array(
        Math.min(limit, Math.max(buffer.length * 2, length + value.length)),
      );
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    buffer.set(value, length);
    length += value.length;
  }
  return buffer.subarray(0, length);
}

/** The deepest body of the API has six levels. */
const MAX_JSON_DEPTH = 32;

/** Whether JSON text nests deeper than `limit`, before anything parses it. */
function isDeeper(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (quoted) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) quoted = false;
    } else if (byte === 0x22) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > limit) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}

const anyNul = (json: unknown): boolean =>
  typeof json === 'string'
    ? json.includes('\0')
    : typeof json === 'object' &&
      json !== null &&
      Object.entries(json).some(([name, value]) => name.includes('\0') || anyNul(value));

/** Whether a string of a body holds U+0000, which PostgreSQL keeps in no text. It can only be there escaped. */
const holdsNul = (bytes: Uint8Array, json: unknown): boolean =>
  text(bytes).includes('\\u0000') && anyNul(json);

/**
 * The JSON body of a request, as its schema says.
 * @param codes problems of their own for deviations at some top-level properties.
 * @throws HttpProblem too_large; invalid_request, naming where it deviates and never what stands there.
 */
export async function readJson<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
  codes: Readonly<Record<string, ProblemCode>> = {},
  limit = MAX_JSON_BYTES,
): Promise<z.infer<T>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new HttpProblem('invalid_request', { detail: 'The body must be application/json' });
  const bytes = await readBody(request, limit);
  if (isDeeper(bytes, MAX_JSON_DEPTH))
    throw new HttpProblem('invalid_request', { detail: `More than ${MAX_JSON_DEPTH} levels` });
  let json: unknown;
  try {
    json = JSON.parse(text(bytes));
  } catch {
    throw new HttpProblem('invalid_request', { detail: 'The body is not JSON' });
  }
  if (holdsNul(bytes, json)) throw new HttpProblem('invalid_request', { detail: 'A string holds U+0000' });
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data as z.infer<T>;
  const issue = parsed.error.issues[0];
  const top = typeof issue?.path[0] === 'string' ? issue.path[0] : 'body';
  const code = Object.hasOwn(codes, top) ? codes[top] : undefined;
  throw new HttpProblem(code ?? 'invalid_request', { detail: `Not as described: ${top} (${issue?.code})` });
}
