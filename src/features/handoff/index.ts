export { HandoffDesktop } from './desktop.tsx';
export { HandoffPhone } from './phone.tsx';
export { HandoffSent } from './sent.tsx';
export { followSession } from './use-offer.ts';
export { useHandoff, Watching } from './watching.tsx';
