import { type Kysely, sql } from 'kysely';
import { STEPS, type Step } from '#src/contract/agent/index.ts';
import type { Database } from './schema.ts';
import type { SessionRow } from './sessions.ts';

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const bitOf = (step: Step): number => 1 << STEPS.indexOf(step);

/** Whether a session is known to have come so far. */
export const hasReached = ({ steps }: Pick<SessionRow, 'steps'>, step: Step): boolean =>
  (steps & bitOf(step)) !== 0;

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
  const bit = bitOf(step);
  const first = await tx
    .updateTable('sessions')
    .set((eb) => ({ steps: eb('steps', '+', bit) }))
    .where('id', '=', sessionId)
    .where(sql<boolean>`(steps & ${sql.lit(bit)}) = 0`)
    .where('resubmits', 'is', null)
    .where((eb) => eb.or([eb('mode', 'is', null), eb('mode', '!=', 'test')]))
    .executeTakeFirst();
  if (first.numUpdatedRows !== 1n) return;
  await tx
    .insertInto('funnel')
    .values({ day: dayOf(now), country, step, sessions: 1 })
    .onConflict((oc) =>
      oc.columns(['day', 'country', 'step']).doUpdateSet({ sessions: sql`funnel.sessions + 1` }),
    )
    .execute();
}
