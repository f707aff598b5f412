/**
 * kill -9 in the middle of submissions, again and again: every application that was acknowledged must be there
 * after the restart, and a client that heard nothing and asks again must end with one and not with two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '#src/edge/stores/sqlite.node.ts';
import { freePort } from '#src/edge/testing/port.node.ts';
import { type Customer, prepare, startEntry, submit } from './customer.ts';
import { client, spread } from './load.ts';
import { startStub } from './processes.ts';

export interface KilledFigures {
  readonly submissions: number;
  readonly kills: number;
  readonly acknowledgedBeforeKills: number;
  readonly lost: number;
  readonly doubled: number;
  readonly startMs: number;
}

/** `submissions` in all, with `kills` of the process spread over them. */
export async function benchKilled(quick: boolean): Promise<KilledFigures> {
  const submissions = quick ? 120 : 1000;
  const kills = quick ? 3 : 10;
  const stub = await startStub();
  const folder = mkdtempSync(join(tmpdir(), 'kenal-killed-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const limits = { RATE_LIMIT: '1000000' };
  const env = {
    ...limits,
    PATH: process.env.PATH,
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    OCR_API_URL: stub.url,
    OCR_API_KEY: 'bench',
  };
  const http = client(url, 8);
  let acknowledgedBeforeKills = 0;
  const startMs: number[] = [];
  const customers: Customer[] = [];
  try {
    for (let round = 0; round <= kills; round++) {
      const begun = performance.now();
      const child = await startEntry(env, url);
      startMs.push(performance.now() - begun);
      // Those who heard nothing ask again, under the same key.
      await spread(customers.length, 8, async (i) => {
        const customer = customers[i]!;
        if (!customer.receipt) await submit(http, customer);
      });
      if (round < kills) {
        const batch: Customer[] = [];
        const size = Math.floor(submissions / kills);
        await spread(size, 8, async (i) => {
          batch.push(await prepare(http, customers.length + i));
        });
        customers.push(...batch);
        const killAt = Math.floor(size * (0.2 + 0.6 * Math.random()));
        let answered = 0;
        await spread(size, 8, async (i) => {
          try {
            await submit(http, batch[i]!);
            if (++answered === killAt) child.kill('SIGKILL');
          } catch (error) {
            if (child.exitCode === null && !child.killed) throw error;
          }
        });
        acknowledgedBeforeKills += batch.filter((customer) => customer.receipt).length;
        if (child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
      } else {
        child.kill('SIGTERM');
        await new Promise((resolve) => child.once('exit', resolve));
      }
    }
    const store = openSqlite(join(folder, 'kenal.sqlite'));
    let lost = 0;
    const ids = new Set<string>();
    for (const { receipt, sessionId } of customers) {
      const row = await store.applications.ofSession(sessionId);
      if (!receipt || row?.id !== receipt.id || row.reference !== receipt.reference) lost++;
      else ids.add(row.id);
    }
    const stored = await store.applications.count();
    await store.close();
    return {
      submissions: customers.length,
      kills,
      acknowledgedBeforeKills,
      lost,
      doubled: stored - ids.size,
      startMs: Math.max(...startMs),
    };
  } finally {
    http.close();
    stub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
