import { CUSTOMER } from './customer.ts';
import type { Operation } from './operation.ts';
import { RUNNING } from './running.ts';

/** Every operation of the app; a part of the app that adds routes adds its list here. */
export const OPERATIONS: readonly Operation[] = [...CUSTOMER, ...RUNNING];
