import { cpus } from 'node:os';

/** Time that all processors were at work since the machine started, and all time, ms. */
function processors(): { busy: number; all: number } {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    const work = times.user + times.nice + times.sys + times.irq;
    busy += work;
    all += work + times.idle;
  }
  return { busy, all };
}

/**
 * Watches the machine: `others` tells which share of its processors, 0..1, went to other processes since, given what
 * a child of this one took, ms. Negative noise counts as none.
 */
export function startLoad(): { others(childMs: number): number } {
  const before = processors();
  const own = process.cpuUsage();
  return {
    others(childMs) {
      const now = processors();
      const { user, system } = process.cpuUsage(own);
      const others = now.busy - before.busy - (user + system) / 1000 - childMs;
      return Math.max(0, others / Math.max(1, now.all - before.all));
    },
  };
}
