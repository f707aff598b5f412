import { join } from 'node:path';
import type { Mode } from '#src/contract/partner/index.ts';
import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { systemClock } from '#src/edge/deps.ts';
import { managePartners } from '#src/edge/partner/manage.ts';
import { openSqlite } from '#src/edge/stores/sqlite.node.ts';
import type { KenalServer } from '../server.ts';

export interface Account {
  readonly client: string;
  readonly secretKey: string;
}

/** A partner with one client and one key, made in a running server's database as the command line makes it. */
export async function makePartner(
  server: KenalServer,
  { origins, mode = 'live', name = 'Warung Digital' }: { origins: string[]; mode?: Mode; name?: string },
): Promise<Account> {
  const store = openSqlite(join(server.dataDir, 'kenal.sqlite'));
  try {
    const partners = managePartners({ store, clock: systemClock, countries: COUNTRIES });
    const { id } = await partners.create(name);
    const { secret } = await partners.addKey(id, mode, 'tests');
    const client = await partners.addClient(id, mode, {
      origins,
      branding: { name, theme: { accent: '#7c2d12' }, texts: {} },
      countries: null,
      locale: null,
      redirectOrigins: [],
    });
    return { client: client.id, secretKey: secret };
  } finally {
    await store.close();
  }
}
