import { ROW } from './table.tsx';

const lines = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[${ROW}]`)];

/** The line that has the focus, or had it last; −1 for none. */
const current = (all: readonly HTMLElement[]): number => all.indexOf(document.activeElement as HTMLElement);

/**
 * Moves the focus by lines. Where there is none yet, to the first or last.
 * @returns false at the end of the page.
 */
export function moveLine(by: 1 | -1): boolean {
  const all = lines();
  const at = current(all);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  const line = all[next];
  line?.focus();
  line?.scrollIntoView({ block: 'nearest' });
  return line !== undefined;
}
