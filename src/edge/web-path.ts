/** Paths that the single-page app answers itself. */
const APP_PATHS = /^\/(?:embed|start|handoff|playground|sandbox|agent(?:\/.*)?|status\/.*)?$/;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The file of the web app that a path asks for: its page for the app's own paths. */
export const webPath = (pathname: string): string => (APP_PATHS.test(pathname) ? '/index.html' : pathname);

/** Files with a hash in their name never change; the others are asked for again. */
export const cacheControlOf = (path: string): string =>
  path.startsWith('/assets/') ? IMMUTABLE : 'no-cache';
