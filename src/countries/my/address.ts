import { endingState } from './states.ts';

/** The card's one line in the form's four parts; every part may be "". */
export interface Address {
  readonly lines: string;
  readonly postcode: string;
  readonly town: string;
  readonly state: string;
}

/** Puts the parts together again, one space between them, as the wire joins the card's lines. */
export function joinAddress(address: Address): string {
  return [address.lines, address.postcode, address.town, address.state]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * Takes a Malaysian address apart at its last five-digit word: before it the lines, after it town and state.
 * Lossless: `joinAddress(parseAddress(text)) === text` for every text. What does not fit the pattern stays
 * whole in `lines`.
 */
export function parseAddress(text: string): Address {
  const whole = { lines: text, postcode: '', town: '', state: '' };
  const words = text.split(' ');
  const at = words.findLastIndex((word) => /^\d{5}$/.test(word));
  if (at < 0) return whole;
  const rest = words.slice(at + 1).join(' ');
  const state = endingState(rest);
  const town = state === '' ? rest : rest.slice(0, rest.length - state.length - 1);
  const address = { lines: words.slice(0, at).join(' '), postcode: words[at] ?? '', town, state };
  return joinAddress(address) === text ? address : whole;
}
