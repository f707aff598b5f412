import { expect, it } from 'vitest';
import { benchMemory } from './memory.ts';

it('whole onboardings, one after the other, leave nothing behind in the process', async () => {
  const { heapMb, rssMb } = await benchMemory(2000);
  const [, middle = 0, last = Number.NaN] = heapMb;
  // Caches fill up for a while: a few MB in all.
  expect(last - middle).toBeLessThan(8);
  // What the allocator keeps is known of glibc alone.
  if (process.platform === 'linux') expect(rssMb.at(-1)).toBeLessThan(200);
});
