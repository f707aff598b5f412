import { keysOf, nameOf, SEQUENCE_MS } from './combo.ts';

interface Shortcut {
  /** As `nameOf` names it, or two of them one after the other (`g q`). */
  readonly keys: string;
  /** What it does, in the current language. */
  readonly label: string;
  readonly run: () => void;
  /** Not there just now: neither listed nor heard. */
  readonly off?: boolean | undefined;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** The shortcuts of whatever is on the screen. The group that came last is asked first. */
export interface ShortcutRegistry {
  readonly add: (group: () => ShortcutGroup) => () => void;
  readonly groups: () => readonly ShortcutGroup[];
  /** Handles a key press. @returns whether a shortcut took it. */
  readonly press: (event: KeyboardEvent) => boolean;
  /** Single keys can be switched off, for who speaks to the computer or hits keys unwillingly (WCAG 2.1.4). */
  single: boolean;
}

export function createRegistry(now: () => number = () => performance.now()): ShortcutRegistry {
  const members: (() => ShortcutGroup)[] = [];
  let begun = '';
  let begunAt = Number.NEGATIVE_INFINITY;
  const active = (): readonly Shortcut[] =>
    members
      .toReversed()
      .flatMap((group) => group().shortcuts)
      .filter(({ off }) => !off);
  const registry: ShortcutRegistry = {
    single: true,
    add: (group) => {
      members.push(group);
      return () => void members.splice(members.indexOf(group), 1);
    },
    groups: () => {
      // Parts of a page may add to the same group.
      const titles = new Map<string, Shortcut[]>();
      for (const { title, shortcuts } of members.map((group) => group()))
        titles.set(title, [...(titles.get(title) ?? []), ...shortcuts.filter(({ off }) => !off)]);
      return [...titles]
        .map(([title, shortcuts]) => ({ title, shortcuts }))
        .filter(({ shortcuts }) => shortcuts.length > 0);
    },
    press: (event) => {
      const name = nameOf(event);
      if (name === null || event.isComposing) return false;
      if (!registry.single && [...name].length === 1) return false;
      const all = active();
      const before = now() - begunAt < SEQUENCE_MS ? begun : '';
      begun = '';
      const found =
        (before && all.find(({ keys }) => keys === `${before} ${name}`)) ||
        all.find(({ keys }) => keys === name);
      if (found) {
        found.run();
        return true;
      }
      if (all.some(({ keys }) => keysOf(keys).length > 1 && keysOf(keys)[0] === name)) {
        begun = name;
        begunAt = now();
        return true;
      }
      return false;
    },
  };
  return registry;
}
