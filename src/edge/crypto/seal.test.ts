import { expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { createKeyring } from './keyring.ts';
import { open, openJson, seal, sealJson } from './seal.ts';

const keys = await createKeyring('a secret of the tests, long enough to be one');

it('opens for the same key and place alone, and for not a bit less', async () => {
  const { key, wrapped } = await keys.newDataKey();
  const sealed = await sealJson(key, 'draft:1', { name: 'SPECIMEN' });
  expect(await openJson(await keys.openDataKey(wrapped), 'draft:1', sealed)).toEqual({ name: 'SPECIMEN' });
  await expect(open(key, 'draft:2', sealed)).rejects.toThrow();
  await expect(open((await keys.newDataKey()).key, 'draft:1', sealed)).rejects.toThrow();
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    await expect(open(key, 'draft:1', changed)).rejects.toThrow();
  }
});

it('never seals to the same bytes twice', async () => {
  const { key } = await keys.newDataKey();
  const [one, two] = [await seal(key, 'x', utf8('same')), await seal(key, 'x', utf8('same'))];
  expect(one).not.toEqual(two);
});

it('does not open a data key that was changed', async () => {
  const { wrapped } = await keys.newDataKey();
  const changed = wrapped.slice();
  changed[20]! ^= 1;
  await expect(keys.openDataKey(changed)).rejects.toThrow();
});
