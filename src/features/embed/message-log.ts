import type { SandboxMessages } from '#src/contract/partner/sandbox.ts';

type Message = SandboxMessages['messages'][number];

/** Messages come in bursts: they are sent together after this long, ms. */
const GATHER_MS = 500;
/** What one call may carry. */
const MAX_AT_ONCE = 50;

/**
 * Gathers what passes between page and frame, names alone, for the sandbox's log. Nothing is sent before `begin`,
 * which a live session never calls.
 */
export function createMessageLog() {
  const waiting: Message[] = [];
  let send: ((messages: readonly Message[]) => Promise<void>) | null = null;
  let planned = false;
  const flush = (): void => {
    planned = false;
    if (!send || waiting.length === 0) return;
    // A log that has a gap is no fault of the onboarding's.
    send(waiting.splice(0, MAX_AT_ONCE)).catch(() => undefined);
    plan();
  };
  const plan = (): void => {
    if (!send || planned || waiting.length === 0) return;
    planned = true;
    setTimeout(flush, GATHER_MS);
  };
  return {
    note: (direction: Message['direction'], type: string): void => {
      // Heights come with every step, and say nothing.
      if (type === 'resize' || (!send && waiting.length >= MAX_AT_ONCE)) return;
      waiting.push({ direction, type });
      plan();
    },
    begin: (to: (messages: readonly Message[]) => Promise<void>): void => {
      send = to;
      plan();
    },
  };
}
