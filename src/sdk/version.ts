/** The newest version of the protocol that this script speaks, and the oldest. */
export const VERSION = 1;
export const OLDEST = 1;
