import { type ComponentType, lazy, type ReactNode, useState } from 'react';

export interface Slot<P extends object> {
  readonly View: (props: P) => ReactNode;
  /** Fetches the part; resolves when it can be shown at once. */
  readonly load: () => Promise<unknown>;
}

/**
 * A part that is loaded when the way leads there. One that has been fetched by then is shown at once: React's
 * own `lazy` would suspend once more, and React holds the screen after a fallback back for 300 ms.
 */
export function createSlot<P extends object>(get: () => Promise<{ default: ComponentType<P> }>): Slot<P> {
  let here: ComponentType<P> | null = null;
  const load = () =>
    get().then((part) => {
      here = part.default;
      return part;
    });
  const Later = lazy(load) as unknown as ComponentType<P>;
  // biome-ignore lint/correctness/noComponentHookFactories: called once a part, where a module begins
  function View(props: P): ReactNode {
    // Chosen once: another component in its place would lose its state.
    const [Part] = useState<ComponentType<P>>(() => here ?? Later);
    return <Part {...props} />;
  }
  return { View, load };
}
