/** Signs that somebody is about to do something, the earliest that a page is told of. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'scroll'] as const;

/**
 * Calls back once: after the first sign of a person, or after `ms`. For what the next screen needs and this one
 * does without: so what the sign did is painted first.
 * @returns a function that calls it off.
 */
export function soon(ms: number, callback: () => void): () => void {
  let frame = 0;
  const off = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    for (const sign of SIGNS) window.removeEventListener(sign, onSign);
  };
  const onSign = (): void => {
    off();
    frame = requestAnimationFrame(() => {
      timer = setTimeout(callback);
    });
  };
  let timer = setTimeout(() => {
    off();
    callback();
  }, ms);
  for (const sign of SIGNS) window.addEventListener(sign, onSign, { passive: true });
  return off;
}
