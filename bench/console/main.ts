/**
 * `npm run bench:console`: the server's part of the console over 100,000 applications, on SQLite and PostgreSQL.
 * `--quick` takes 20,000 on SQLite, `--json` ends with all figures in one line.
 */
import { loadavg } from 'node:os';
import { openPostgres } from '#src/edge/stores/postgres.ts';
import { WITH_ADMIN } from '#src/edge/testing/agents.node.ts';
import { type BedStores, bedsOf, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { startPostgres } from '#src/edge/testing/postgres.node.ts';
import { quick, report } from '../lib/cli.ts';
import { measure } from './measure.ts';
import { seed } from './seed.ts';

const COUNT = quick ? 20_000 : 100_000;
const REQUESTS = quick ? 100 : 400;
const plenty = 1_000_000;
const limits = {
  sessionsPerAddress: plenty,
  readingsPerAddress: plenty,
  lookupsPerAddress: plenty,
  readingsPerSession: plenty,
  writesPerSession: plenty,
  looksPerSession: plenty,
  readingsPerPartner: plenty,
  requestsPerPartner: plenty,
};

async function run(open: () => Promise<BedStores>) {
  const beds = bedsOf(open);
  const bed = await beds.make({ settings: { ...WITH_ADMIN, limits } });
  const start = performance.now();
  const sample = await seed(bed.store, bed.keys, COUNT);
  const seconds = Math.round((performance.now() - start) / 1000);
  const figures = await measure(bed, sample, REQUESTS);
  await beds.closeAll();
  return { applications: COUNT, seededIn: seconds, ...figures };
}

const figures: Record<string, unknown> = { loadBefore: loadavg()[0] };
figures.sqlite = await run(() => sqliteStores({}));
if (!quick) {
  const postgres = await startPostgres();
  figures.postgres = await run(async () => {
    const url = await postgres.database();
    const store = openPostgres(url, { connections: 4 });
    const images = (await sqliteStores({})).images;
    return { store, images, dump: () => postgres.dump(url), close: store.close };
  });
  await postgres.stop();
}
figures.loadAfter = loadavg()[0];
report('Console', figures);
