/**
 * Points, commas and apostrophes fade first: on the tuning set a mark that was printed but not read costs 1–2
 * nats to put back, one that was not printed 10 and more. Kept well below, for types that tell them apart worse.
 * Nats per mark.
 */
export const FAINT_MARK = 1.6;

/** Points, commas and apostrophes in a text. */
export const marks = (text: string): number => text.match(/[.,']/g)?.length ?? 0;
