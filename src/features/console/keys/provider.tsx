import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react';
import { createRegistry, type ShortcutGroup, type ShortcutRegistry } from './registry.ts';

const RegistryContext = createContext<ShortcutRegistry | null>(null);
const SINGLE_KEYS = 'kenal.single-keys';

/** Where keys type or choose. */
const TYPING =
  'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable],[role=listbox],[role=menu]';

/** Typing belongs to its field, and what happens in an open dialog to that. */
const isTaken = ({ target, key }: KeyboardEvent): boolean =>
  document.querySelector('dialog[open],[role=menu],[role=listbox]') !== null ||
  (key !== 'Escape' && target instanceof Element && target.closest(TYPING) !== null);

/** Hears the keys of the whole page for whatever has registered shortcuts. */
export function ShortcutsProvider({ children }: { children: ReactNode }): ReactNode {
  const [registry] = useState(() => {
    const made = createRegistry();
    try {
      made.single = localStorage.getItem(SINGLE_KEYS) !== 'off';
    } catch {
      // Storage is blocked: single keys work until they are switched off.
    }
    return made;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTaken(event)) return;
      if (registry.press(event)) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [registry]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

export function useRegistry(): ShortcutRegistry {
  const registry = use(RegistryContext);
  if (!registry) throw new Error('shortcuts outside ShortcutsProvider');
  return registry;
}

/** Offers shortcuts as long as the component is there. */
export function useShortcuts(group: ShortcutGroup): void {
  const registry = useRegistry();
  const latest = useRef(group);
  useEffect(() => {
    latest.current = group;
  });
  useEffect(() => registry.add(() => latest.current), [registry]);
}

/** Remembers whether single keys are heard. */
export function keepSingleKeys(registry: ShortcutRegistry, on: boolean): void {
  registry.single = on;
  try {
    localStorage.setItem(SINGLE_KEYS, on ? 'on' : 'off');
  } catch {
    // It holds until the page is left.
  }
}
