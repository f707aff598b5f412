import { AGENT } from './agent.ts';
import { AGENT_ACCOUNT } from './agent-account.ts';
import { CUSTOMER } from './customer.ts';
import { HANDOFF } from './handoff.ts';
import type { Operation } from './operation.ts';
import { PARTNER } from './partner.ts';
import { PARTNER_ADMIN } from './partner-admin.ts';
import { RUNNING } from './running.ts';

/** Every operation of the app; a part of the app that adds routes adds its list here. */
export const OPERATIONS: readonly Operation[] = [
  ...CUSTOMER,
  ...HANDOFF,
  ...PARTNER,
  ...PARTNER_ADMIN,
  ...AGENT_ACCOUNT,
  ...AGENT,
  ...RUNNING,
];
