/**
 * `npm run bench:edge`: the figures of the BFF. `--quick` ends within a minute or two, `--json` ends with all
 * figures in one line, `--only readings,memory` runs some of it, `--requests n` fewer in `memory`.
 */
import { availableParallelism, loadavg } from 'node:os';
import { option, quick, report } from '../lib/cli.ts';
import { benchCluster } from './cluster.ts';
import { benchFaults } from './faults.ts';
import { benchFootprint } from './footprint.ts';
import { benchFsync } from './fsync.ts';
import { benchFuzz } from './fuzz.ts';
import { benchKilled } from './killed.ts';
import { benchMemory } from './memory.ts';
import { benchReadings } from './readings.ts';
import { benchStart } from './start.ts';
import { benchTakeover } from './takeover.ts';

const only = option(
  'only',
  'readings,footprint,memory,start,killed,cluster,takeover,fsync,faults,fuzz',
).split(',');
const runs: Readonly<Record<string, () => Promise<unknown>>> = {
  readings: () => benchReadings(quick),
  footprint: () => benchFootprint(quick ? 100 : 1000),
  memory: () => benchMemory(Number(option('requests', quick ? '2000' : '100000'))),
  start: () => benchStart(quick ? 3 : 9),
  killed: () => benchKilled(quick),
  cluster: () => benchCluster(quick ? 60 : 1000),
  takeover: () => benchTakeover(quick ? 60 : 500, !quick),
  fsync: benchFsync,
  faults: () => benchFaults(quick ? 150 : 2000),
  fuzz: () => benchFuzz(quick ? 2000 : 50_000),
};

const figures: Record<string, unknown> = {
  cores: availableParallelism(),
  // Others' work on the machine makes every time longer: say how much there was.
  loadBefore: loadavg()[0],
};
for (const [name, run] of Object.entries(runs)) if (only.includes(name)) figures[name] = await run();
figures.loadAfter = loadavg()[0];
report('Edge', figures);
