let share: number | null = null;
const listeners = new Set<() => void>();

/** How far the work is that this page does before its session: 0 to 1; null: there is none. */
export const proofShare = {
  get: (): number | null => share,
  set: (value: number | null): void => {
    share = value;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
