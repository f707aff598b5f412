import type { Beds } from '../bed.node.ts';
import { accountsSuite } from './accounts.node.ts';
import { applicationsSuite } from './applications.node.ts';
import { auditSuite } from './audit.node.ts';
import { decisionsSuite } from './decisions.node.ts';
import { draftsSuite } from './drafts.node.ts';
import { dueSuite } from './due.node.ts';
import { followSuite } from './follow.node.ts';
import { handoffsSuite } from './handoffs.node.ts';
import { limitsSuite } from './limits.node.ts';
import { officeSuite } from './office.node.ts';
import { partnerAdminSuite } from './partner-admin.node.ts';
import { partnersSuite } from './partners.node.ts';
import { proofSuite } from './proof.node.ts';
import { queueSuite } from './queue.node.ts';
import { readingsSuite } from './readings.node.ts';
import { sandboxSuite } from './sandbox.node.ts';
import { sessionsSuite } from './sessions.node.ts';
import { shadowSuite } from './shadow.node.ts';
import { shellSuite } from './shell.node.ts';
import { tokensSuite } from './tokens.node.ts';
import { webhooksSuite } from './webhooks.node.ts';

/** The identical suite for every runtime and every store. */
export function edgeSuite(beds: Beds): void {
  sessionsSuite(beds);
  tokensSuite(beds);
  proofSuite(beds);
  readingsSuite(beds);
  draftsSuite(beds);
  applicationsSuite(beds);
  dueSuite(beds);
  followSuite(beds);
  limitsSuite(beds);
  accountsSuite(beds);
  partnersSuite(beds);
  partnerAdminSuite(beds);
  webhooksSuite(beds);
  handoffsSuite(beds);
  sandboxSuite(beds);
  queueSuite(beds);
  decisionsSuite(beds);
  officeSuite(beds);
  auditSuite(beds);
  shadowSuite(beds);
  shellSuite(beds);
}
