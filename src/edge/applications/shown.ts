import { UNDO_MS } from '#src/contract/agent/index.ts';
import type { ApplicationRow } from '../stores/applications.ts';

/** A decision can be taken back for a moment; others see it after that. */
const isSettled = ({ decided_at }: Pick<ApplicationRow, 'decided_at'>, now: number): boolean =>
  decided_at === null || decided_at + UNDO_MS <= now;

/**
 * An application as it is shown outside the console, to its customer and its partner: a decision that can still be
 * taken back has not been made, and its words have not been said.
 */
export const shownOf = (row: ApplicationRow, now: number): ApplicationRow =>
  isSettled(row, now) ? row : { ...row, status: 'in_review', comment: null, decided_at: null };
