/**
 * A process is killed in the middle of what is due; another one takes over what it had leased. Nothing may be
 * left, and nothing be done twice: each erasure leaves exactly one proof.
 */
import pg from 'pg';
import { begin, readAgain } from './customer.ts';
import { freshPhoto, spread } from './load.ts';
import { twoNodes } from './nodes.ts';

export interface TakeoverFigures {
  readonly due: number;
  /** Erased when the first process was killed. */
  readonly beforeKill: number;
  /** What the first process had leased and not done. */
  readonly leased: number;
  readonly left: number;
  readonly doubled: number;
  readonly imagesLeft: number;
}

/** A poller's turn comes within 15 s and its lease ends within a minute; a busy machine takes longer, ms. */
const PATIENCE_MS = 180_000;
const LOOK_EVERY_MS = 10;

/**
 * @param waits whether the lease of the killed process is waited for, a minute; otherwise the minute is taken
 * off it in the database.
 */
export async function benchTakeover(due: number, waits: boolean): Promise<TakeoverFigures> {
  const nodes = await twoNodes();
  const { store, images, http, databaseUrl } = nodes;
  await nodes.start(0);
  const readings: string[] = [];
  const sessions: string[] = [];
  await spread(due, 8, async (i) => {
    const session = await begin(http[0]);
    sessions.push(session.sessionId);
    readings.push((await readAgain(http[0], session, freshPhoto(), `due-${i}`)).readingId);
  });
  for (const subject of sessions) await store.due.postpone({ kind: 'session', subject }, Date.now() - 1);

  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  const count = async (sql: string): Promise<number> =>
    Number((await db.query(`select count(*) as n from ${sql}`)).rows[0].n);
  const proofs = () => count('erasures');
  const giveUpAt = Date.now() + PATIENCE_MS;
  const until = async (reached: () => Promise<boolean>) => {
    while (!(await reached())) {
      if (Date.now() > giveUpAt) throw new Error('What is due was not done');
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  await until(async () => (await proofs()) > 0);
  await nodes.kill(0);
  const beforeKill = await proofs();
  const leased = await count(`due where lease_until > ${Date.now()}`);
  if (!waits) await db.query('update due set lease_until = least(lease_until, $1)', [Date.now() - 1]);
  await nodes.start(1);
  await until(async () => (await count(`due where due_at <= ${Date.now()}`)) === 0);

  const doubled = (await proofs()) - (await count('(select distinct subject from erasures) as each'));
  const left = (await count('sessions')) + (await count('readings'));
  let imagesLeft = 0;
  for (const id of readings) if (await images.persist(id)) imagesLeft++;
  await db.end();
  await nodes.close();
  return { due, beforeKill, leased, left, doubled, imagesLeft };
}
