import { describe, expect, it } from 'vitest';
import { createEdge } from '../app.ts';
import { createKeyring } from '../crypto/keyring.ts';
import { bedsOf, LIMITS, SECRET, sqliteStores } from '../testing/bed.node.ts';
import { bedDeps } from '../testing/bed-deps.ts';
import { operationOf, undescribed } from '../testing/described.node.ts';
import { scriptedUpstream } from '../testing/upstream.node.ts';
import { openapi } from './document.ts';
import { OPERATIONS } from './index.ts';
import { notation } from './notation.ts';

/** Routes for nobody but our own console: its contract and the table of roles describe them. */
const OF_OTHERS = [/^\/api\/auth\//, /^\/api\/agent\//];

const parts = (schema: object) =>
  notation(schema as never)
    .map((part) => (typeof part === 'string' ? part : part.name))
    .join('');

describe('the description', () => {
  it('has every route of the app, and no other', async () => {
    const stores = await sqliteStores({});
    const app = createEdge(
      bedDeps(
        {
          upstreams: [scriptedUpstream().upstream],
          secret: [SECRET],
          ahead: 0,
          ready: () => true,
          settings: { publicUrl: 'http://localhost', allowManual: true, retentionDays: 90, limits: LIMITS },
        } as never,
        {
          ...stores,
          keys: await createKeyring(SECRET),
          state: { passed: 0, imagesFail: false },
          news: { line: () => {}, image: () => {} },
        },
      ),
    );
    const routed = new Set(
      app.routes
        // Middleware and the web app's files.
        .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`),
    );
    const described = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const ours = [...routed].filter(
      (each) => !OF_OTHERS.some((pattern) => pattern.test(each.split(' ')[1] ?? '')),
    );
    expect(ours.filter((each) => !described.includes(each))).toEqual([]);
    expect(described.filter((each) => !routed.has(each))).toEqual([]);
    expect(described).toHaveLength(new Set(described).size);
    await stores.close();
  });

  it('refers to nothing that it does not have', () => {
    const document = openapi('https://kenal.example', OPERATIONS);
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(refs.length).toBeGreaterThan(20);
    for (const [, kind, name] of refs)
      expect(Object.keys(document.components[kind as 'schemas'])).toContain(name);
    for (const { path, parameters = [] } of OPERATIONS)
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
    expect(Object.keys(document.components.schemas.ApplicationReceipt?.properties ?? {})).toContain('id');
  });

  it('is held against answers: what is too much, too little or of another kind is told', async () => {
    const operation = operationOf('GET', '/healthz');
    if (!operation) throw new Error('no such operation');
    const judge = (body: unknown, init?: ResponseInit) => undescribed(operation, Response.json(body, init));
    expect(await judge({ status: 'ok' })).toBeNull();
    expect(await judge({ status: 'ok', name: 'A' })).toContain('more than its schema');
    expect(await judge({})).toContain('does not fit its schema at status');
    expect(await judge({ status: 'ok' }, { status: 201 })).toContain('not described');
    expect(await judge({ status: 'ok' }, { status: 500 })).toContain('no problem');
    expect(await undescribed(operation, new Response('ok'))).toContain('not JSON');
    expect(operationOf('GET', '/api/applications/1/2')).toBeNull();
  });

  it('is read by people too, without a script and without anything inline', async () => {
    const beds = bedsOf(sqliteStores);
    const bed = await beds.make();
    const response = await bed.request('/docs');
    expect(response.headers.get('content-security-policy')).toContain("style-src 'self';");
    const page = await response.text();
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|https?:\/\/(?!localhost)/);
    for (const { path, summary } of OPERATIONS) {
      expect(page).toContain(`<code>${path}</code>`);
      expect(page).toContain(summary.replaceAll("'", '&#39;'));
    }
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(anchors).toContain(target);
    expect((await bed.request('/docs.css')).headers.get('content-type')).toContain('text/css');
    await beds.closeAll();
  });

  it('writes schemas as TypeScript does', () => {
    expect(parts({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('("a" | "b")[]');
    expect(
      parts({
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string', maxLength: 9 }, next: { $ref: '#/components/schemas/Thing' } },
      }),
    ).toBe('{ id: string /* maxLength 9 */, next?: Thing }');
    expect(parts({ anyOf: [{ type: 'number' }, { type: 'null' }] })).toBe('number | null');
    expect(parts({ type: 'object', additionalProperties: { type: 'string' } })).toBe('{ [name]: string }');
  });
});
