import { cacheControlOf, webPath } from '../web-path.ts';
import type { Fetcher } from './platform.ts';

/** What is the platform's own business of an answer, and what a browser is told of a file. */
const PASSED_ON = ['content-type', 'etag', 'content-length', 'content-encoding', 'vary'];

/** Files of the built web app, which the platform keeps; null where it has none for a path. */
export function webAssets(assets: Fetcher): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const url = new URL(request.url);
    const path = webPath(url.pathname);
    // Dot files are the build's own notes.
    if (path.includes('/.')) return null;
    url.pathname = path;
    const response = await assets.fetch(new Request(url, request));
    if (!response.ok && response.status !== 304) {
      await response.body?.cancel();
      return null;
    }
    const headers = new Headers({ 'cache-control': cacheControlOf(path) });
    for (const name of PASSED_ON) {
      const value = response.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(response.body, { status: response.status, headers });
  };
}
