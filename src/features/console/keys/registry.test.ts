import { expect, it, vi } from 'vitest';
import { createRegistry } from './registry.ts';

const press = (key: string): KeyboardEvent =>
  ({ key, code: `Key${key.toUpperCase()}`, isComposing: false }) as KeyboardEvent;

it('asks what came last first, and forgets what has gone', () => {
  const keys = createRegistry();
  const [under, over] = [vi.fn(), vi.fn()];
  keys.add(() => ({ title: 'page', shortcuts: [{ keys: 'a', label: 'a', run: under }] }));
  const away = keys.add(() => ({ title: 'panel', shortcuts: [{ keys: 'a', label: 'a', run: over }] }));
  expect(keys.press(press('a'))).toBe(true);
  expect([under.mock.calls.length, over.mock.calls.length]).toEqual([0, 1]);
  away();
  keys.press(press('a'));
  expect(under).toHaveBeenCalledOnce();
});

it('waits for the second key of two, but not for ever', () => {
  let at = 0;
  const keys = createRegistry(() => at);
  const go = vi.fn();
  keys.add(() => ({ title: '', shortcuts: [{ keys: 'g q', label: '', run: go }] }));
  keys.press(press('g'));
  at = 500;
  expect(keys.press(press('q'))).toBe(true);
  expect(go).toHaveBeenCalledOnce();
  keys.press(press('g'));
  at = 5_000;
  expect(keys.press(press('q'))).toBe(false);
  expect(go).toHaveBeenCalledOnce();
});

it('neither hears nor lists what is off, nor single keys where they are switched off', () => {
  const keys = createRegistry();
  const run = vi.fn();
  keys.add(() => ({ title: 'one', shortcuts: [{ keys: 'a', label: '', run, off: true }] }));
  expect(keys.press(press('a'))).toBe(false);
  expect(keys.groups()).toEqual([]);
  keys.add(() => ({
    title: 'two',
    shortcuts: [
      { keys: 'b', label: '', run },
      { keys: 'Escape', label: '', run },
    ],
  }));
  keys.single = false;
  expect(keys.press(press('b'))).toBe(false);
  expect(keys.press({ key: 'Escape', code: 'Escape', isComposing: false } as KeyboardEvent)).toBe(true);
});
