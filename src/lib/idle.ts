/** Signs that somebody is about to do something, the earliest that a page is told of. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'scroll'] as const;

/**
 * Calls back once: at the first sign of a person, or after `ms`. For what the next screen needs and this one
 * does without.
 * @returns a function that calls it off.
 */
export function soon(ms: number, callback: () => void): () => void {
  const off = (): void => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, go);
  };
  const go = (): void => {
    off();
    callback();
  };
  const timer = setTimeout(go, ms);
  for (const sign of SIGNS) window.addEventListener(sign, go, { passive: true });
  return off;
}
