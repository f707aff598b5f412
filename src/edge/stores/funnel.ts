import { type Kysely, sql } from 'kysely';
import { STEPS, type Step } from '#src/contract/agent/index.ts';
import { compiled } from './compiled.ts';
import type { Database } from './schema.ts';
import type { SessionRow } from './sessions.ts';

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const bitOf = (step: Step): number => 1 << STEPS.indexOf(step);

/** Whether a session is known to have come so far. */
export const hasReached = ({ steps }: Pick<SessionRow, 'steps'>, step: Step): boolean =>
  (steps & bitOf(step)) !== 0;

const setBit = compiled((db, { id, bit }: { id: string; bit: number }) =>
  db
    .updateTable('sessions')
    .set((eb) => ({ steps: eb('steps', '+', bit) }))
    .where('id', '=', id)
    .where(sql<boolean>`(steps & ${bit}) = 0`)
    .where('resubmits', 'is', null)
    .where((eb) => eb.or([eb('mode', 'is', null), eb('mode', '!=', 'test')])),
);

const countOne = compiled((db, { day, country, step }: { day: string; country: string; step: Step }) =>
  db
    .insertInto('funnel')
    .values({ day, country, step, sessions: 1 })
    .onConflict((oc) =>
      oc.columns(['day', 'country', 'step']).doUpdateSet({ sessions: sql`funnel.sessions + 1` }),
    ),
);

/**
 * Counts a step of the funnel, once per session, in the transaction that it is given. Tests of partners and
 * resubmissions do not count. What is kept is a number a day.
 */
export async function countStep(
  tx: Kysely<Database>,
  sessionId: string,
  step: Step,
  country: string,
  now: number,
): Promise<void> {
  const { numAffectedRows } = await setBit(tx, { id: sessionId, bit: bitOf(step) });
  if (numAffectedRows === 1n) await countOne(tx, { day: dayOf(now), country, step });
}
