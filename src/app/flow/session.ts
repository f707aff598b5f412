import { createSessionKeeper, type SessionKeeper } from '#src/lib/session.ts';

let keeper = createSessionKeeper();

/** This tab's onboarding. In a partner's page the keeper is the frame's. */
export const session: SessionKeeper = {
  get: () => keeper.get(),
  current: () => keeper.current(),
  call: (use) => keeper.call(use),
  forget: () => keeper.forget(),
};

/** Puts another keeper in place, before the flow begins. */
export const keepSessionBy = (other: SessionKeeper): void => {
  keeper = other;
};
