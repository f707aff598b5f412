import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, '.cache/bench-capture');

/** The policies of the product's pages and of its scripts, so that what runs here runs there. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
].join('; ');
/** A worker lives under its own script's policy; libheif's wasm is compiled there. */
const SCRIPT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** Builds the bench page as the app is built, into `.cache`. */
export async function buildPage(): Promise<void> {
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'bench/capture/page'),
    publicDir: join(ROOT, 'public'),
    logLevel: 'warn',
    build: { outDir: OUT, emptyOutDir: true },
  });
}

export interface BenchServer {
  readonly url: string;
  /** Serves bytes under a path, as a photo that the page fetches. */
  offer(path: string, bytes: Uint8Array): void;
  close(): void;
}

/** Serves the built page under the product's policy, and `node_modules` for the peers under a loose one. */
export async function serve(port: number, loose = false): Promise<BenchServer> {
  const offered = new Map<string, Uint8Array>();
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const bytes = offered.get(path);
    if (bytes) return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
    const base = path.startsWith('/node_modules/') ? ROOT : OUT;
    const file = resolve(join(base, normalize(path === '/' ? '/index.html' : path)));
    if (!file.startsWith(resolve(base)) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      ...(loose
        ? {}
        : { 'content-security-policy': extname(file) === '.html' ? PAGE_POLICY : SCRIPT_POLICY }),
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    url: `http://localhost:${port}/`,
    offer: (path, bytes) => void offered.set(path, bytes),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
