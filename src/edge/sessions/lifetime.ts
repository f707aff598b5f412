/** What was not submitted a day after its session began is erased, ms. */
export const SESSION_MS = 24 * 3600 * 1000;
