import { createSessionKeeper } from '#src/lib/session.ts';

/** This tab's onboarding. */
export const session = createSessionKeeper();
