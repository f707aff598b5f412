import { afterAll, beforeAll, describe } from 'vitest';
import { bedsOf } from './testing/bed.node.ts';
import { startPostgres, type TestPostgres } from './testing/postgres.node.ts';
import { edgeSuite } from './testing/suite/index.node.ts';
import { startWorkerdBeds, type WorkerdBeds } from './testing/workerd/beds.node.ts';

let postgres: TestPostgres;
let workerd: WorkerdBeds;
beforeAll(async () => {
  postgres = await startPostgres();
  workerd = await startWorkerdBeds(postgres);
});
afterAll(async () => {
  await workerd?.stop();
  await postgres?.stop();
});

describe('edge on workerd with Hyperdrive and R2', () =>
  edgeSuite(bedsOf((options) => workerd.open(options))));
