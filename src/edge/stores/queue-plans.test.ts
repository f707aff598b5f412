import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueFilters } from '#src/contract/agent/index.ts';
import { temporaryFolder } from '../testing/files.node.ts';
import { pageQuery, viewOf } from './queue-rows.ts';
import { openSqlite } from './sqlite.node.ts';

const folder = temporaryFolder();
const store = openSqlite(join(folder, 'plans.sqlite'));
beforeAll(() => store.migrate());
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const VIEWS: readonly QueueFilters[] = [
  {},
  { status: 'all' },
  { status: 'approved' },
  { country: 'my' },
  { doubts: 'some' },
  { duplicates: 'some' },
  { attempt: 'again' },
  { due: 'overdue' },
  { claimed: 'me' },
  { claimed: 'nobody' },
];

/** 100,000 applications are as quick as 100 only if a page is read off an index, in its order. */
describe('the plan of a page of the queue', () => {
  it.each(VIEWS)('of %o reads an index, and sorts nothing', async (filters) => {
    const { db } = store.database;
    for (const order of ['oldest', 'newest'] as const)
      for (const after of [null, [1, 'x']] as const) {
        const view = { filters, agentId: 'a', now: 10, slaMs: 1 };
        const query = pageQuery(viewOf(db, view), order, after, 51).compile();
        const explained = `explain query plan ${query.sql}`;
        const { rows } = await db.executeQuery<{ detail: string }>({
          ...sql.raw(explained).compile(db),
          parameters: query.parameters,
        });
        const plan = rows.map(({ detail }) => detail).join('; ');
        expect(plan).toMatch(/USING (COVERING )?INDEX/);
        // What one agent holds is a handful: that may be sorted.
        if (filters.claimed !== 'me') expect(plan).not.toContain('TEMP B-TREE');
      }
  });
});
