import { findingId } from '#src/countries/toolkit/findings.ts';
import type { Finding } from '#src/countries/types.ts';

export interface Line {
  /** What stopped the form, by its name. */
  readonly id: string;
  readonly level: Finding['level'];
  /** What there is to say now. */
  readonly finding: Finding;
  readonly done: boolean;
}

/**
 * A line for each finding that stopped the form, in its order: what it says now is itself, or what else its field is
 * wrong in by now and no line says yet, or else it is done.
 * @param open what would stop the form now.
 */
export function linesOf(stopped: readonly Finding[], open: readonly Finding[]): readonly Line[] {
  const said = new Set(stopped.map(findingId));
  return stopped.map((finding): Line => {
    const id = findingId(finding);
    const now =
      open.find((candidate) => findingId(candidate) === id) ??
      open.find((candidate) => candidate.field === finding.field && !said.has(findingId(candidate)));
    if (now) said.add(findingId(now));
    return { id, level: finding.level, finding: now ?? finding, done: !now };
  });
}
