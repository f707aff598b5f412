/** What of a keyboard event a shortcut is told by. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What signs stand on the keys of a US keyboard, without and with Shift. */
const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Slash: ['/', '?'],
  Period: ['.', '>'],
  Comma: [',', '<'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
};

/**
 * The name of a pressed key as shortcuts are written: `a`, `?`, `Enter`, `Shift+A`. On a keyboard of another
 * script the key's place counts (`ش` on the A key is `a`, `؟` on that of the slash `?`). Null for a press with Ctrl,
 * Alt or Meta: those are the browser's and the reader's.
 */
export function nameOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }: KeyPress): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  const latin = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const sign = SIGNS[code]?.[shiftKey ? 1 : 0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is what is asked for
  const typed = /^[\x00-\x7f]+$/.test(key) ? key : (latin ?? digit ?? sign ?? key);
  if (typed.length > 1) return typed === ' ' ? 'Space' : typed;
  const letter = typed.toLowerCase();
  return shiftKey && /[a-z]/.test(letter)
    ? `Shift+${letter.toUpperCase()}`
    : letter === ' '
      ? 'Space'
      : letter;
}

/** The keys of a shortcut one after another: `g q` is g, then q. */
export const keysOf = (combo: string): readonly string[] => combo.split(' ');

/** How long the second key of two may take, ms. */
export const SEQUENCE_MS = 1_200;
