import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readJson } from './body.ts';
import { HttpProblem } from './problem.ts';

const schema = z.record(z.string(), z.unknown());
const post = (body: string) =>
  new Request('http://kenal.example', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

async function detailOf(body: string): Promise<string | undefined> {
  try {
    await readJson(post(body), schema);
  } catch (error) {
    if (error instanceof HttpProblem) return error.extras.detail;
    throw error;
  }
  return undefined;
}

const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('JSON bodies', () => {
  it('nest so deep and no deeper', async () => {
    expect(await detailOf(nested(31))).toBeUndefined();
    expect(await detailOf(nested(32))).toBe('More than 32 levels');
    expect(await detailOf('['.repeat(60_000))).toBe('More than 32 levels');
  });

  it('may have brackets in their strings, behind escaped quotes too', async () => {
    expect(await readJson(post(JSON.stringify({ a: `\\"${'['.repeat(100)}` })), schema)).toEqual({
      a: `\\"${'['.repeat(100)}`,
    });
  });
});
