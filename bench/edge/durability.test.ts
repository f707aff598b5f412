import { expect, it } from 'vitest';
import { benchCluster } from './cluster.ts';
import { benchKilled } from './killed.ts';

it('kill -9 loses no acknowledged application and doubles none', async () => {
  expect(await benchKilled(true)).toMatchObject({ lost: 0, doubled: 0 });
});

it('two processes on one Postgres and one bucket survive the death of either', async () => {
  expect(await benchCluster(60)).toMatchObject({ submissions: 60, lost: 0, doubled: 0, imagesMissing: 0 });
});
