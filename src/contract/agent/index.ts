/**
 * The API of the console, `/api/agent/*`. Who may: *anyone*; *agent* (every account that is signed in);
 * *supervisor* (also admins); *admin*. Signed in by cookie; every change is JSON (or an image's bytes) from our
 * own origin. Faults are problem details. Not part of `#src/contract/index.ts`: customers do not load it.
 */
export * from './account.ts';
export * from './accounts.ts';
export * from './audit.ts';
export * from './decision.ts';
export * from './figures.ts';
export * from './queue.ts';
export * from './review.ts';
export * from './verification.ts';
