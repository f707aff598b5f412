import type { Locale } from '#src/contract/index.ts';

/**
 * Makes the function that changes the language: what a language needs is loaded first, and of several choices the
 * last one counts, however long each takes.
 * @param load fetches what the second language needs of what the first one has.
 * @param become the language can be shown.
 */
export function createSwitch(
  load: (from: Locale, to: Locale) => Promise<unknown>,
  first: Locale,
  become: (locale: Locale) => void,
): (next: Locale) => void {
  let current = first;
  let choices = 0;
  return (next) => {
    choices += 1;
    const mine = choices;
    load(current, next).then(
      () => {
        if (mine !== choices) return;
        current = next;
        become(next);
      },
      // The words did not come: the page stays readable in the language it has.
      () => undefined,
    );
  };
}
