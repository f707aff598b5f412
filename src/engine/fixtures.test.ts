import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, createOcrApi, type Engine } from './index.ts';

/** The checked-in photos of drawn cards, with what must be answered for each. */
interface Fixture {
  readonly file: string;
  readonly country: string;
  readonly status: string;
  readonly message: unknown;
}

const FOLDER = new URL('../../tools/cards/fixtures/', import.meta.url);
const fixtures = JSON.parse(readFileSync(new URL('index.json', FOLDER), 'utf8')) as Fixture[];

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine({ threads: 1 });
  await engine.warm;
});
afterAll(() => engine.close());

async function ask(country: string, bytes: Uint8Array, extra = ''): Promise<unknown> {
  const api = createOcrApi({ engine, authorise: () => true });
  const img = new URLSearchParams({ img: Buffer.from(bytes).toString('base64') });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const path = `/v1/${country}_ocr/general`;
  return (await api.request(path, { method: 'POST', body: `${img}${extra}`, headers })).json();
}

describe('the checked-in photos', () => {
  test.each(fixtures)('$file', async ({ file, country, status, message }) => {
    const reply = await ask(country ?? 'my', readFileSync(new URL(file, FOLDER)));
    expect(reply).toEqual({ status, message });
    if (status === 'OK') expect(JSON.stringify(reply)).toBe(JSON.stringify({ status, message }));
  });

  test('a card of the other country is no identity card here', async () => {
    const { file, country } = fixtures.find(({ status }) => status === 'OK')!;
    const other = country === 'my' ? 'pk' : 'my';
    const reply = await ask(other, readFileSync(new URL(file, FOLDER)));
    expect(reply).toEqual({ status: 'FAIL', message: 'not identity card' });
  });

  test('details=true says where each field stands and how sure it is', async () => {
    const { file, country, message } = fixtures.find(({ status }) => status === 'OK')!;
    const reply = await ask(country, readFileSync(new URL(file, FOLDER)), '&details=true');
    expect(reply).toMatchObject({ status: 'OK', message, details: { document: { kind: 'mykad' } } });
    const { details } = reply as {
      details: { fields: Record<string, { quad: unknown; confidence: number }> };
    };
    for (const name of Object.keys(message as object)) {
      expect(details.fields[name]?.quad, name).not.toBeNull();
      expect(details.fields[name]?.confidence, name).toBeGreaterThan(0);
    }
  });
});
