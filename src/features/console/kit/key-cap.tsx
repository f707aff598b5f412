import type { ReactNode } from 'react';
import { keysOf } from '../keys/combo.ts';

/** What stands on the key; the others show their own letter. */
const CAPS: Readonly<Record<string, string>> = {
  Enter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: '␣',
};
const cap = (key: string): string =>
  CAPS[key] ?? (key.startsWith('Shift+') ? `⇧${key.slice(6)}` : key.length === 1 ? key.toUpperCase() : key);

/** The keys of a shortcut, beside the words of what it does. Said by `aria-keyshortcuts`, so not read out. */
export function KeyCap({ keys }: { keys: string }): ReactNode {
  return (
    <span aria-hidden="true" className="ltr inline-flex gap-0.5 [font-variant-numeric:normal]">
      {keysOf(keys).map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a shortcut never change places
          key={index}
          className="inline-block min-w-5 rounded-sm border border-current/35 px-1 text-center font-sans text-xs leading-[1.125rem] font-normal"
        >
          {cap(key)}
        </kbd>
      ))}
    </span>
  );
}
