/**
 * Where encrypted card images lie. Ids are ours (UUIDs), never what a client says. What is stored is
 * ciphertext; the store knows neither its key nor its type.
 */
export interface ImageStore {
  /** The parts are stored as one, in their order. */
  readonly put: (id: string, ...sealed: readonly Uint8Array[]) => Promise<void>;
  /**
   * Writes in the place of what may be there: after a crash it is this or that, never half of it. On return it
   * survives a loss of power.
   */
  readonly replace: (id: string, bytes: Uint8Array) => Promise<void>;
  /** On return the image survives a loss of power. @returns false if it is not there. */
  readonly persist: (id: string) => Promise<boolean>;
  /** Null if it is not there. */
  readonly get: (id: string) => Promise<Uint8Array | null>;
  /** Erasing what is not there is no error. */
  readonly erase: (id: string) => Promise<void>;
}
