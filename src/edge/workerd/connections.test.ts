import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPostgres, type TestPostgres } from '../testing/postgres.node.ts';
import { eventStore } from './connections.ts';

let postgres: TestPostgres;
let connectionString: string;
beforeAll(async () => {
  postgres = await startPostgres();
  connectionString = await postgres.database();
});
afterAll(() => postgres?.stop());

// A stream looks at the database while the request that has opened it comes to its end, at whatever moment of it.
it('answers what is asked while an event ends, at each of its moments', async () => {
  const { store, during } = eventStore();
  const ended: Promise<unknown>[] = [];
  const context = { waitUntil: (work: Promise<unknown>) => void ended.push(work) };
  await during({ connectionString }, context, () => store.migrate());
  for (let moment = 0; moment < 40; moment++) {
    const late = await during({ connectionString }, context, async () => {
      expect(await store.handoffs.view('none')).toBeNull();
      const answer = store.handoffs.view('none');
      for (let passed = 0; passed < moment; passed++) await null;
      return { answer };
    });
    expect(await late.answer, `${moment} moments later`).toBeNull();
  }
  await Promise.all(ended);
});
