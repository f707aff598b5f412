import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { problem } from '#src/contract/index.ts';
import { problemsOf } from '../openapi/document.ts';
import { OPERATIONS } from '../openapi/index.ts';
import type { Operation } from '../openapi/operation.ts';

/** Longest paths first, so that `/a/{id}/b` is not taken for `/a/{id}`; fixed ones before those with names. */
const ROUTES = OPERATIONS.map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
})).sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length);

/** The operation that a request is for; null for the web app's files, and for what is nowhere. */
export const operationOf = (method: string, path: string): Operation | null =>
  ROUTES.find(({ operation, pattern }) => operation.method === method.toLowerCase() && pattern.test(path))
    ?.operation ?? null;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a reply has that its schema has not, or the other way round; nothing of what stands in it is quoted. */
function misfit(schema: z.ZodMiniType, text: string): string | null {
  const value = parsed(text);
  const result = z.safeParse(schema, value);
  if (!result.success)
    return `does not fit its schema at ${result.error.issues[0]?.path.map(String).join('.') || 'the top'}`;
  // zod drops what a schema does not name: then the reply says more than the description.
  return isDeepStrictEqual(result.data, value) ? null : 'says more than its schema';
}

/** Why a response is not as its operation describes it; null if it is. */
export async function undescribed(operation: Operation, response: Response): Promise<string | null> {
  const { status } = response;
  const at = `${operation.method} ${operation.path} ${status}`;
  const type = response.headers.get('content-type') ?? '';
  const reply = operation.replies[status];
  if (reply === undefined) {
    if (!problemsOf(operation).includes(status)) return `${at} is not described`;
    if (type !== 'application/problem+json') return `${at} is no problem, but ${type}`;
    const wrong = misfit(problem, await response.clone().text());
    return wrong && `${at} ${wrong}`;
  }
  if (reply === null) return (await response.clone().text()) === '' ? null : `${at} has a body`;
  if (typeof reply === 'string')
    return type.startsWith(reply.replace(/\*.*$/, '')) ? null : `${at} is ${type}, not ${reply}`;
  if (!type.startsWith('application/json')) return `${at} is ${type}, not JSON`;
  const wrong = misfit(reply, await response.clone().text());
  return wrong && `${at} ${wrong}`;
}

/** @throws Error if the app's answer is none that its description has for this request. */
export async function mustBeDescribed(path: string, method: string, response: Response): Promise<void> {
  const operation = operationOf(method, new URL(path, 'http://kenal.invalid').pathname);
  const wrong = operation && (await undescribed(operation, response));
  if (wrong) throw new Error(`Not as /openapi.json says: ${wrong}`);
}
