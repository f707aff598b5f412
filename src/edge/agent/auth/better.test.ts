import { afterEach, expect, it } from 'vitest';
import { randomBytes } from '../../crypto/bytes.ts';
import type { EdgeDeps } from '../../deps.ts';
import { bedsOf, sqliteStores } from '../../testing/bed.node.ts';
import type { Desk } from '../desk.ts';
import { AGENT_DEFAULTS } from '../settings.ts';
import { createAuth } from './better.ts';

const { make, closeAll } = bedsOf(sqliteStores);
afterEach(closeAll);

it('opens the accounts again after a moment in which the database was away', async () => {
  const bed = await make();
  let away = true;
  const deps = {
    store: bed.store,
    settings: { publicUrl: 'http://localhost:8080' },
    clock: { now: () => Date.now() },
  } as EdgeDeps;
  const vault = {
    bytes: async () => {
      if (away) throw new Error('The database is away');
      return randomBytes(32);
    },
  } as unknown as Desk['vault'];
  const auth = createAuth({ deps, vault, settings: AGENT_DEFAULTS } as Desk);
  const headers = { cookie: '__Host-kenal.session_token=none' };
  const ask = () => auth.whoIs(new Request('http://localhost:8080/api/agent/me', { headers }));
  await expect(ask()).rejects.toThrow('The database is away');
  away = false;
  expect(await ask()).toBeNull();
});
