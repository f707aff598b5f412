/** Requests per minute. */
export interface Limits {
  /** New sessions from one address. Whole towns share an address behind a mobile operator's NAT. */
  readonly sessionsPerAddress: number;
  readonly readingsPerAddress: number;
  /** A person who retakes a photo every five seconds. */
  readonly readingsPerSession: number;
  /** Drafts are saved as one types. */
  readonly writesPerSession: number;
  /** Whoever guesses ids or secrets of status pages. */
  readonly lookupsPerAddress: number;
}

/** Limits of a deployment whose addresses may make so many sessions, readings and look-ups each minute. */
export const limitsFor = (perAddress: number): Limits => ({
  sessionsPerAddress: perAddress,
  readingsPerAddress: perAddress,
  lookupsPerAddress: perAddress,
  readingsPerSession: 12,
  writesPerSession: 120,
});

export const WINDOW_MS = 60_000;
