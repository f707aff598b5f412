import { expect, it } from 'vitest';
import type { Draft } from '#src/contract/index.ts';
import { createDraftSaver } from './draft-saver.ts';

const text = (name: string): string =>
  JSON.stringify({
    country: 'my',
    step: 'form',
    readingId: null,
    values: { name },
    confirmedWarnings: [],
    consent: null,
  } satisfies Draft);

interface Call {
  readonly name: string | undefined;
  readonly leaving: boolean;
  readonly signal: AbortSignal;
  readonly arrive: () => void;
  readonly fail: () => void;
}

/** A saver over a line on which calls arrive when the test says so. */
function setUp() {
  const calls: Call[] = [];
  const saver = createDraftSaver(
    ({ values }, leaving, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        const fail = (): void => reject(new Error('offline'));
        calls.push({ name: values.name, leaving, signal, arrive: resolve, fail });
      }),
  );
  const save = (name: string, leaving = false): void => {
    saver.want(text(name));
    saver.save(leaving);
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { calls, saver, save, settled };
}

it('has one call under way, and sends the newest text after it', async () => {
  const { calls, save, settled } = setUp();
  save('A');
  save('AL');
  save('ALI');
  expect(calls.map(({ name }) => name)).toEqual(['A']);
  calls[0]?.arrive();
  await settled();
  expect(calls.map(({ name }) => name)).toEqual(['A', 'ALI']);
  calls[1]?.arrive();
  await settled();
  save('ALI');
  expect(calls).toHaveLength(2);
});

it('sends what did not arrive with the next occasion', async () => {
  const { calls, saver, save, settled } = setUp();
  save('A');
  calls[0]?.fail();
  await settled();
  expect(calls).toHaveLength(1);
  saver.save();
  expect(calls).toHaveLength(2);
});

it('gives up what is under way when the page is left, and sends the newest at once', async () => {
  const { calls, save, settled } = setUp();
  save('A');
  save('AB', true);
  expect(calls[0]?.signal.aborted).toBe(true);
  expect(calls.map(({ name, leaving }) => [name, leaving])).toEqual([
    ['A', false],
    ['AB', true],
  ]);
  await settled();
  save('ABC');
  expect(calls).toHaveLength(2);
  calls[1]?.arrive();
  await settled();
  expect(calls.map(({ name }) => name)).toEqual(['A', 'AB', 'ABC']);
});

it('lets nothing out once it is closed, and says when nothing is under way', async () => {
  const { calls, saver, save, settled } = setUp();
  save('A');
  save('AB');
  let empty = false;
  const closing = saver.close().then(() => {
    empty = true;
  });
  await settled();
  expect(empty).toBe(false);
  calls[0]?.arrive();
  await closing;
  save('ABC');
  expect(calls).toHaveLength(1);
  saver.open();
  save('ABC');
  expect(calls.map(({ name }) => name)).toEqual(['A', 'ABC']);
});

it('tells why a draft was refused, and nothing of what was given up for a newer one', async () => {
  const { calls, saver, save, settled } = setUp();
  const failures: string[] = [];
  saver.onFailure(({ message }) => failures.push(message));
  save('A');
  save('AB', true);
  await settled();
  expect(failures).toEqual([]);
  calls[1]?.fail();
  await settled();
  expect(failures).toEqual(['offline']);
  saver.onFailure(null);
  saver.save();
  calls[2]?.fail();
  await settled();
  expect(failures).toHaveLength(1);
});
