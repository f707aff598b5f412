/** Requests per minute. */
export interface Limits {
  /** New sessions from one address. Whole towns share an address behind a mobile operator's NAT. */
  readonly sessionsPerAddress: number;
  readonly readingsPerAddress: number;
  /** A person who retakes a photo every five seconds. */
  readonly readingsPerSession: number;
  /** Drafts are saved as one types. */
  readonly writesPerSession: number;
  /** Both sides of a hand-off that ask every two seconds, and whatever else a page looks at. */
  readonly looksPerSession: number;
  /** All customers of one partner together, and its own calls: far above what one partner needs, below what harms. */
  readonly readingsPerPartner: number;
  readonly requestsPerPartner: number;
  /** Whoever guesses ids or secrets of status pages. */
  readonly lookupsPerAddress: number;
}

/** Fifty readings a second are an onboarding rush of a whole country. */
const PER_PARTNER = 3000;

/**
 * Limits of a deployment.
 * @param perAddress sessions, readings and look-ups of one address, each a minute.
 * @param perPartner readings and calls of one partner, each a minute.
 */
export const limitsFor = (perAddress: number, perPartner = PER_PARTNER): Limits => ({
  readingsPerPartner: perPartner,
  requestsPerPartner: perPartner,
  sessionsPerAddress: perAddress,
  readingsPerAddress: perAddress,
  lookupsPerAddress: perAddress,
  readingsPerSession: 12,
  writesPerSession: 120,
  looksPerSession: 240,
});

export const WINDOW_MS = 60_000;
