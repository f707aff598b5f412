import type { SandboxEvent } from '#src/contract/partner/index.ts';
import type { EdgeDeps } from '../deps.ts';

type Line<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;

/** Writes a line of the sandbox's log. It never stops what it tells of. */
export async function logSandbox(
  { store, clock, log }: Pick<EdgeDeps, 'store' | 'clock' | 'log'>,
  partnerId: string,
  line: Line<SandboxEvent>,
): Promise<void> {
  try {
    await store.sandbox.append(partnerId, clock.now(), JSON.stringify(line));
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'sandbox log');
  }
}
