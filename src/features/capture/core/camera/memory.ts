/** Where the chosen camera is remembered. Storage may be missing, full or forbidden in a frame: then not. */
export interface ChoiceMemory {
  recall(): string | null;
  remember(deviceId: string): void;
}

const KEY = 'kenal.camera';

/** Remembers in `localStorage`-like storage; every fault of the storage means "not remembered". */
export function storedChoice(storage: () => Storage): ChoiceMemory {
  return {
    recall() {
      try {
        return storage().getItem(KEY);
      } catch {
        return null;
      }
    },
    remember(deviceId) {
      try {
        storage().setItem(KEY, deviceId);
      } catch {
        // A private window or a blocked third-party frame: the choice lasts as long as the view.
      }
    },
  };
}
