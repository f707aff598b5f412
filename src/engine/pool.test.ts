import { afterEach, describe, expect, test } from 'vitest';
import { Pool, QueueFullError } from './pool.ts';

let pool: Pool;
const open = async (jobTimeout: number, queueLimit = 4): Promise<Pool> => {
  const script = new URL('./testing/idle-worker.ts', import.meta.url);
  pool = new Pool({ script, workerData: {}, threads: 1, queueLimit, jobTimeout });
  await pool.warm;
  return pool;
};
const run = (ms: number) => pool.run({ ms }, []);

afterEach(() => pool.close());

describe('the pool', () => {
  test('answers in turn, and refuses what finds the queue full', async () => {
    await open(5000, 1);
    const [first, second] = [run(30), run(0)];
    await expect(run(0)).rejects.toBeInstanceOf(QueueFullError);
    expect(await Promise.all([first, second])).toEqual([30, 0]);
  });

  test('a job that takes too long fails, and its worker comes back when it is done', async () => {
    await open(250);
    await expect(run(600)).rejects.toThrow('too long');
    expect(pool.running).toBe(1);
    const after = run(0);
    await expect(after).resolves.toBe(0);
    expect(pool.running).toBe(0);
  });

  test('a worker that dies is replaced', async () => {
    await open(5000);
    await expect(run(-1)).rejects.toThrow('ended');
    await expect(run(1)).resolves.toBe(1);
  });

  test('closing waits for what runs', async () => {
    await open(5000);
    const last = run(60);
    await pool.close();
    await expect(last).resolves.toBe(60);
  });
});
