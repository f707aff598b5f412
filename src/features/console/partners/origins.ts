/** The origins in a text of one a line; a slash at the end, as browsers copy it, is dropped. */
export const originsIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.replace(/\/$/, ''))
    .filter((line) => line !== '');
