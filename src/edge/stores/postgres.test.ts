import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CARD_END_HEADER } from '#src/contract/index.ts';
import { signIn, WITH_ADMIN } from '../testing/agents.node.ts';
import { type Bed, bedsOf } from '../testing/bed.node.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.node.ts';
import { CARD_END } from '../testing/samples.node.ts';
import { submitted } from '../testing/suite/queue.node.ts';
import { diskImages } from './images-disk.node.ts';
import { openPostgres } from './postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

/** Asks a database from beside its store. */
async function beside(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const number = async (query: string) => Number((await client.query(query)).rows[0]?.n);
  /** Waits until a count comes to `n`. */
  const until = async (query: string, n: number) => {
    for (let looks = 0; (await number(query)) !== n; looks++) {
      if (looks > 2000) throw new Error(`Not ${n} after so many looks: ${query}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { run: (text: string) => client.query(text), number, until, end: () => client.end() };
}

describe('a lost connection', () => {
  /** A line to the server that can be cut. */
  async function cuttable(port: number) {
    const sockets = new Set<Socket>();
    const server = createServer((near) => {
      const far = dial(port, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.pipe(other);
        one.on('error', () => {});
        one.on('close', () => void sockets.delete(one));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      port: (server.address() as AddressInfo).port,
      cut: () => {
        for (const socket of sockets) socket.resetAndDestroy();
      },
      close: () => server.close(),
    };
  }

  it('fails what was asked over it, and nothing else', async () => {
    const url = new URL(await postgres.database());
    const line = await cuttable(Number(url.port));
    const admin = await beside(url.href);
    url.port = String(line.port);
    const store = openPostgres(url.href, { connections: 2 });
    const { db } = store.database;
    const uncaught: unknown[] = [];
    const note = (error: unknown) => void uncaught.push(error);
    process.on('uncaughtException', note);
    try {
      const asleep = "from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()";
      const asked = expect(sql`select pg_sleep(60)`.execute(db)).rejects.toThrow();
      await admin.until(`select count(*) as n ${asleep}`, 1);
      line.cut();
      await asked;
      await expect(
        db.transaction().execute(async (tx) => {
          await sql`select 1`.execute(tx);
          line.cut();
          await sql`select 2`.execute(tx);
        }),
      ).rejects.toThrow();
      await store.ping();
      expect(uncaught).toEqual([]);
    } finally {
      process.off('uncaughtException', note);
      await store.close();
      await admin.end();
      line.close();
    }
  });
});

describe('transactions that meet at one application', () => {
  const folder = temporaryFolder();
  let url = '';
  const { make, closeAll } = bedsOf(async () => {
    url = await postgres.database();
    const store = openPostgres(url, { connections: 6 });
    return {
      store,
      images: await diskImages(join(folder, 'images')),
      dump: () => postgres.dump(url),
      close: store.close,
    };
  });
  afterEach(closeAll);
  afterAll(() => rmSync(folder, { recursive: true }));

  const WAITING = "select count(*) as n from pg_stat_activity where wait_event_type = 'Lock'";
  const withdraw = (bed: Bed, { id, secret }: { id: string; secret: string }) =>
    bed.request(`/api/applications/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${secret}`, [CARD_END_HEADER]: CARD_END },
    });

  it.each([
    ['a claim', '/claim', {}],
    ['a decision', '/decisions', { kind: 'approve', reasons: [], comment: null, note: null, attempt: 1 }],
  ])('%s and its customer’s withdrawal wait for one another, and neither is ended', async (_, path, body) => {
    const bed = await make({ settings: WITH_ADMIN });
    const admin = await signIn(bed);
    const made = await submitted(bed, null);
    const at = `/api/agent/applications/${made.id}`;
    if (path === '/decisions') await admin.get('POST', `${at}/claim`, {});
    const db = await beside(url);
    const other = await beside(url);
    // Somebody else is at its line in the queue: both requests come as far as they can.
    await other.run('begin');
    await other.run('select 1 from queue for update');
    const acted = admin.send('POST', `${at}${path}`, body);
    await db.until(WAITING, 1);
    const withdrawn = withdraw(bed, made);
    await db.until(WAITING, 2);
    await other.run('commit');
    await other.end();
    const answers = [(await acted).status, (await withdrawn).status];
    expect(answers.filter((status) => status >= 500)).toEqual([]);
    expect(answers[0]).toBeLessThan(300);
    await bed.store.close();
    await db.until('select count(*) as n from pg_stat_activity where datname = current_database()', 1);
    expect(
      await db.number('select deadlocks as n from pg_stat_database where datname = current_database()'),
    ).toBe(0);
    await db.end();
  });

  it('many at once, all of one card: nobody is answered 500', async () => {
    const bed = await make({ settings: WITH_ADMIN });
    const admin = await signIn(bed);
    const made = await Promise.all(Array.from({ length: 8 }, () => submitted(bed, null)));
    const answers = await Promise.all([
      ...made.map(({ id }) => admin.send('POST', `/api/agent/applications/${id}/claim`, {})),
      ...made.slice(0, 4).map((one) => withdraw(bed, one)),
      ...Array.from({ length: 4 }, async () => ({ status: (await submitted(bed, null)) ? 201 : 0 })),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await bed.store.applications.count()).toBe(8);
  });

  it('a submission and a withdrawal look at no line of the queue but those that they change', async () => {
    const bed = await make({ settings: WITH_ADMIN });
    const db = await beside(url);
    const LINES = 20_000;
    await db.run(`insert into queue (application_id, reference, country, status, open, submitted_at, attempt, doubts, has_image, changed_at)
      select 'other-' || i, 'R' || i, 'my', 'submitted', 1, i, 1, 0, 0, i from generate_series(1, ${LINES}) i`);
    await db.run(
      `insert into matches select 'other-' || i, kind, kind || i from generate_series(1, ${LINES}) i, unnest(array['number', 'person']) kind`,
    );
    await db.run('analyze');
    await db.run('select pg_stat_force_next_flush()');
    await db.run('select pg_stat_reset()');
    await submitted(bed, null);
    expect((await withdraw(bed, await submitted(bed, null))).status).toBe(204);
    // Connections tell what they have read when they end.
    await bed.store.close();
    await db.until('select count(*) as n from pg_stat_activity where datname = current_database()', 1);
    const read = 'sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as n from pg_stat_user_tables';
    expect(await db.number(`select ${read} where relname in ('queue', 'matches')`)).toBeLessThan(LINES / 10);
    await db.end();
  });
});
