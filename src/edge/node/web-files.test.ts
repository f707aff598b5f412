import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/files.node.ts';
import { webFiles } from './web-files.node.ts';

const PAGE = `<!doctype html>${'<p>Kenal</p>'.repeat(50)}`;
let files: ReturnType<typeof webFiles>;
const get = (path: string, headers: Record<string, string> = {}) =>
  files(new Request(`http://localhost${path}`, { headers }));

beforeAll(() => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'console.log(1)');
  writeFileSync(join(folder, '.stamp'), 'the build');
  writeFileSync(join(folder, '../kenal-secret.txt'), 'outside');
  files = webFiles(folder);
});

describe('webFiles', () => {
  it.each(['/', '/embed', '/agent', '/agent/queue', '/status/3b'])('serves the page for %s', async (path) => {
    const response = await get(path);
    expect(await response?.text()).toBe(PAGE);
    expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response?.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/other',
    '/.stamp',
    '/assets',
    '/assets/',
    '/../kenal-secret.txt',
    '/%2e%2e/kenal-secret.txt',
    '/x/index.html',
  ])('has nothing at %s', async (path) => {
    expect(await get(path)).toBeNull();
  });

  it('compresses, and keeps hashed assets for ever', async () => {
    const response = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(response?.headers.get('content-encoding')).toBe('br');
    expect(response?.headers.get('vary')).toBe('accept-encoding');
    expect(response?.headers.get('cache-control')).toContain('immutable');
    const body = Buffer.from(await (response as Response).arrayBuffer());
    expect(brotliDecompressSync(body).toString()).toBe('console.log(1)');
  });

  it('says 304 to who has it', async () => {
    const etag = (await get('/'))?.headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag }))?.status).toBe(304);
    expect((await get('/', { 'if-none-match': '"other"' }))?.status).toBe(200);
  });
});
