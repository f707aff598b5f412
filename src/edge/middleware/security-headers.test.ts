import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { EdgeDeps, EdgeEnv } from '../deps.ts';
import { REACT_ARIA_STYLES, securityHeaders } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '/embed.js': 'text/javascript; charset=utf-8',
  '/embed.mjs': 'text/javascript; charset=utf-8',
  '/assets/worker.js': 'text/javascript; charset=utf-8',
  '/api/thing': 'application/json',
};

/** The headers of this path, from an app that answers pages everywhere else. */
async function headersOf(path: string, frameAncestorsOf?: EdgeDeps['frameAncestorsOf']) {
  const settings = { publicUrl: 'https://kenal.example' } as EdgeDeps['settings'];
  const app = new Hono<EdgeEnv>();
  app.use(securityHeaders(frameAncestorsOf ? { settings, frameAncestorsOf } : { settings }));
  app.get('*', (c) => c.body('x', 200, { 'content-type': TYPES[c.req.path] ?? 'text/html; charset=utf-8' }));
  const { headers } = await app.request(path);
  return Object.fromEntries(headers);
}

/** The directives of a policy, by name. */
function directives(policy = ''): Record<string, string[]> {
  return Object.fromEntries(
    policy.split('; ').map((each) => {
      const [name = '', ...values] = each.split(' ');
      return [name, values];
    }),
  );
}

describe('security headers, to the letter', () => {
  it('of the pages', async () => {
    for (const path of ['/', '/status/x', '/embedded', '/docs']) {
      const headers = await headersOf(path, () => ['https://partner.example']);
      expect(directives(headers['content-security-policy'])).toEqual({
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'blob:', 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      });
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['cross-origin-embedder-policy']).toBeUndefined();
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('give a camera to our own document alone, and nothing else to anyone', async () => {
    const policy = (await headersOf('/embed'))['permissions-policy']!.split(', ');
    expect(policy.filter((each) => !each.endsWith('=()'))).toEqual(['camera=(self)']);
    expect(policy).toEqual(expect.arrayContaining(['microphone=()', 'geolocation=()', 'display-capture=()']));
  });

  it('of /embed: its partner around it, and no one else', async () => {
    const headers = await headersOf('/embed?client=c1', async (request) =>
      new URL(request.url).searchParams.get('client') === 'c1' ? ['https://partner.example'] : [],
    );
    expect(directives(headers['content-security-policy'])['frame-ancestors']).toEqual([
      'https://partner.example',
    ]);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
    const stranger = await headersOf('/embed?client=c2', () => []);
    expect(directives(stranger['content-security-policy'])['frame-ancestors']).toEqual(["'none'"]);
    expect(directives((await headersOf('/embed'))['content-security-policy'])['frame-ancestors']).toEqual([
      "'none'",
    ]);
  });

  it('take nothing into frame-ancestors that is no origin', async () => {
    const wild = [
      '*',
      'https://*',
      "'self'",
      'https://a.example; script-src *',
      'data:',
      'https://b.example:8443',
    ];
    const headers = await headersOf('/embed', () => wild);
    expect(directives(headers['content-security-policy'])['frame-ancestors']).toEqual([
      'https://b.example:8443',
    ]);
  });

  it("of the partner's script: for every site; of our other scripts: for us", async () => {
    for (const path of ['/embed.js', '/embed.mjs']) {
      const headers = await headersOf(path);
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(headers['access-control-allow-origin']).toBe('*');
    }
    const worker = await headersOf('/assets/worker.js');
    expect(worker['cross-origin-resource-policy']).toBe('same-origin');
    expect(worker['access-control-allow-origin']).toBeUndefined();
    // Without it a frame under COEP would not start it.
    expect(worker['cross-origin-embedder-policy']).toBe('require-corp');
    expect(directives(worker['content-security-policy'])['script-src']).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
    ]);
  });

  it('of data: it cannot become a page', async () => {
    const headers = await headersOf('/api/thing');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('of the console: the styles that React Aria writes, and no others', async () => {
    const aria = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));
    const hashes = ['interactions/usePress', 'overlays/usePreventScroll'].map((file) => {
      const source = readFileSync(join(aria, `dist/private/${file}.mjs`), 'utf8');
      const attribute = /PRESSABLE_ATTRIBUTE = '([\w-]+)'/.exec(source)?.[1] ?? '';
      const css = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1] ?? '';
      const text = css.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim();
      expect(text).toMatch(/^@layer/);
      return `sha256-${createHash('sha256').update(text).digest('base64')}`;
    });
    expect(hashes).toEqual([...REACT_ARIA_STYLES]);
    const styles = async (path: string) =>
      directives((await headersOf(path))['content-security-policy'])['style-src'];
    expect(await styles('/agent/queue')).toEqual(["'self'", ...hashes.map((hash) => `'${hash}'`)]);
    expect(await styles('/agent')).toHaveLength(3);
    expect(await styles('/agents')).toEqual(["'self'"]);
  });
});
