import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Keeps a process, all its threads and those to come, on these cores (as taskset writes them). */
const pin = (pid: number, cores: string): void => {
  execFileSync('taskset', ['-acp', cores, String(pid)], { stdio: 'ignore' });
};

/**
 * Gives `server` the first core to itself, `others` and this process the second, while `work` runs.
 * @returns whether that could be done: it takes Linux's taskset and two cores. Without, `work` runs as it is.
 */
export async function onOneCore(
  server: number,
  others: readonly number[],
  work: () => Promise<void>,
): Promise<boolean> {
  let pinned = false;
  try {
    if (availableParallelism() >= 2) {
      pin(server, '0');
      for (const pid of [...others, process.pid]) pin(pid, '1');
      pinned = true;
    }
  } catch {
    // No taskset, or no right to use it.
  }
  const all = `0-${availableParallelism() - 1}`;
  try {
    await work();
  } finally {
    if (pinned) pin(process.pid, all);
  }
  return pinned;
}
