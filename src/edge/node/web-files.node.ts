import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheControlOf, webPath } from '../web-path.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set([
  '.html',
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.wasm',
  '.txt',
]);
/** Near the best that brotli does, in a third of the time: each file is compressed once per process. */
const BROTLI_QUALITY = 9;

type Encoding = 'br' | 'gzip' | 'identity';
interface Variant {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function* walk(folder: string, prefix = ''): Generator<string> {
  for (const name of readdirSync(folder)) {
    // Dot files are the build's own notes.
    if (name.startsWith('.')) continue;
    const path = `${prefix}/${name}`;
    if (statSync(join(folder, name)).isDirectory()) yield* walk(join(folder, name), path);
    else yield path;
  }
}

async function make(file: string, encoding: Encoding): Promise<Variant> {
  const raw = await readFile(file);
  const made =
    encoding === 'br'
      ? await brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : encoding === 'gzip'
        ? await zip(raw)
        : raw;
  const etag = `"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`;
  return { body: new Uint8Array(made), etag };
}

/**
 * Serves the built web app: files of `folder` known at the start, the app's page for its own paths, compressed
 * once at the first need, assets with a hash in their name for ever.
 * @returns a function that answers null where the folder has nothing.
 */
export function webFiles(folder: string): (request: Request) => Promise<Response | null> {
  const known = new Set(existsSync(folder) ? walk(folder) : []);
  const variants = new Map<string, Promise<Variant>>();
  const variant = (path: string, encoding: Encoding): Promise<Variant> => {
    const key = `${encoding} ${path}`;
    const made = variants.get(key) ?? make(join(folder, path), encoding);
    variants.set(key, made);
    made.catch(() => variants.delete(key));
    return made;
  };
  return async (request) => {
    const path = webPath(new URL(request.url).pathname);
    if (!known.has(path)) return null;
    const extension = extname(path);
    const compress = COMPRESSIBLE.has(extension);
    const accepted = request.headers.get('accept-encoding') ?? '';
    const encoding: Encoding = !compress
      ? 'identity'
      : /\bbr\b/.test(accepted)
        ? 'br'
        : /\bgzip\b/.test(accepted)
          ? 'gzip'
          : 'identity';
    const { body, etag } = await variant(path, encoding);
    const headers = new Headers({
      etag,
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': cacheControlOf(path),
    });
    if (compress) headers.set('vary', 'accept-encoding');
    if (request.headers.get('if-none-match')?.includes(etag))
      return new Response(null, { status: 304, headers });
    if (encoding !== 'identity') headers.set('content-encoding', encoding);
    headers.set('content-length', String(body.length));
    return new Response(request.method === 'HEAD' ? null : body, { headers });
  };
}
