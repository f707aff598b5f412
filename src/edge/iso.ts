/** A time (ms) as the API says it: ISO 8601, UTC. */
export const iso = (ms: number): string => new Date(ms).toISOString();
