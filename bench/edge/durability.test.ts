import { expect, it } from 'vitest';
import { benchCluster } from './cluster.ts';
import { benchFsync } from './fsync.ts';
import { benchKilled } from './killed.ts';
import { benchTakeover } from './takeover.ts';

it('kill -9 loses no acknowledged application and doubles none', async () => {
  expect(await benchKilled(true)).toMatchObject({ lost: 0, doubled: 0 });
});

it('two processes on one Postgres and one bucket survive the death of either', async () => {
  expect(await benchCluster(60)).toMatchObject({
    submissions: 60,
    lost: 0,
    doubled: 0,
    imagesMissing: 0,
    paidTwice: 0,
  });
});

it('what a killed process had leased is done by another, once', async () => {
  const figures = await benchTakeover(60, false);
  expect(figures).toMatchObject({ left: 0, doubled: 0, imagesLeft: 0 });
  expect(figures.beforeKill).toBeGreaterThan(0);
});

it.each([
  ['as the kernel sees it, where it can be traced', undefined],
  ['as the runtime is asked', false],
])('photo and transaction are on disk before the answer, %s', async (_, strace) => {
  const { order } = await benchFsync(strace);
  expect(order).toEqual(['image file', 'image folder', 'images', 'database log', 'answer']);
});
