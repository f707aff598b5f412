import { expect, it } from 'vitest';
import type { Locale } from '#src/contract/index.ts';
import { createSwitch } from './switch.ts';

function setUp() {
  const shown: Locale[] = [];
  const loads: { from: Locale; to: Locale; end: (error?: Error) => void }[] = [];
  const set = createSwitch(
    (from, to) =>
      new Promise<void>((resolve, reject) => {
        loads.push({ from, to, end: (error) => (error ? reject(error) : resolve()) });
      }),
    'en',
    (locale) => shown.push(locale),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { shown, loads, set, settled };
}

it('shows the language that was chosen last, though an earlier one comes later', async () => {
  const { shown, loads, set, settled } = setUp();
  set('ur');
  set('ms');
  loads[1]?.end();
  loads[0]?.end();
  await settled();
  expect(shown).toEqual(['ms']);
  set('en');
  expect(loads[2]).toMatchObject({ from: 'ms', to: 'en' });
});

it('stays where the words do not come', async () => {
  const { shown, loads, set, settled } = setUp();
  set('ur');
  loads[0]?.end(new Error('offline'));
  await settled();
  set('ms');
  expect(loads[1]).toMatchObject({ from: 'en', to: 'ms' });
  loads[1]?.end();
  await settled();
  expect(shown).toEqual(['ms']);
});
