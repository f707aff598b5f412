import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/files.node.ts';
import { dequeue, enqueue } from './enqueue.ts';
import { openSqlite } from './sqlite.node.ts';

const folder = temporaryFolder();
const store = openSqlite(join(folder, 'enqueue.sqlite'));
beforeAll(() => store.migrate());
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const { db } = store.database;
const nameOf = (i: number) => `a${String(i).padStart(4, '0')}`;

const put = (i: number, matches: Record<string, string>) =>
  db.transaction().execute((tx) =>
    enqueue(
      tx,
      'sqlite',
      { application_id: nameOf(i), reference: nameOf(i), country: 'my', submitted_at: i, attempt: 1 },
      {
        doubts: 0,
        hasImage: false,
        matches,
        fields: [],
        mark: {
          sign: async () => 'hash',
          chain: nameOf(i),
          action: 'application.submitted',
          actor: { kind: 'customer', id: null },
          at: i,
        },
      },
    ),
  );

const counts = async () => {
  const rows = await db.selectFrom('queue').select(['application_id', 'duplicates']).execute();
  return new Map(rows.map((row) => [row.application_id, row.duplicates]));
};

it('counts duplicates up to 100, and exactly again once there are fewer', async () => {
  for (let i = 0; i < 120; i++) await put(i, { number: 'same', ...(i < 2 && { person: 'two' }) });
  await put(120, { person: 'two' });
  const many = await counts();
  expect(many.get(nameOf(120))).toBe(2);
  expect(new Set([...many].filter(([id]) => id !== nameOf(120)).map(([, count]) => count))).toEqual(
    new Set([100]),
  );
  for (let i = 119; i >= 60; i--) await db.transaction().execute((tx) => dequeue(tx, nameOf(i), 1000));
  // A resubmission with another number leaves its fellows, and keeps the one that is left.
  await put(0, { number: 'other', person: 'two' });
  const few = await counts();
  expect([few.get(nameOf(0)), few.get(nameOf(1)), few.get(nameOf(2)), few.get(nameOf(120))]).toEqual([
    2, 60, 58, 2,
  ]);
});
