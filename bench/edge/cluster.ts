/**
 * Two processes on one Postgres and one S3 bucket, under load; each is killed in turn. Customers go on with the
 * one that is left, as they would behind a balancer: nothing that was acknowledged may be missing, nothing be
 * there twice, and no image be sent to the upstream again after it was paid for.
 */
import { begin, type Customer, readAgain, submit } from './customer.ts';
import { freshPhoto, spread } from './load.ts';
import { type Nodes, twoNodes } from './nodes.ts';

export interface ClusterFigures {
  readonly submissions: number;
  readonly lost: number;
  readonly doubled: number;
  readonly imagesMissing: number;
  /** Requests that had to be sent again, to the other process. */
  readonly movedOn: number;
  /** Images with a call after one that is known to be charged, or with more than two calls. */
  readonly paidTwice: number;
  /** Calls under way when their process was killed: nobody knows what they cost. */
  readonly cutOff: number;
}

const AT_ONCE = 8;
/** A balancer that has lost one process looks this often whether the other answers, ms. */
const LOOK_EVERY_MS = 50;

/** Does it at one process, and at the other if that is gone: as a balancer and a patient client do. */
function balancer({ http }: Nodes) {
  let movedOn = 0;
  const anywhere = async <T>(first: number, work: (on: Nodes['http'][0]) => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work(http[(first + attempt) % 2 === 0 ? 0 : 1]);
      } catch (error) {
        const isDown = error instanceof Error && 'code' in error;
        if (!isDown || attempt > 50) throw error;
        movedOn++;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    }
  };
  return { anywhere, movedOn: () => movedOn };
}

async function paid({ store }: Nodes): Promise<Pick<ClusterFigures, 'paidTwice' | 'cutOff'>> {
  const byImage = new Map<string, string[]>();
  let cutOff = 0;
  for (const { image_hash, charge, ms } of await store.meter.all()) {
    byImage.set(image_hash, [...(byImage.get(image_hash) ?? []), charge]);
    if (ms === null) cutOff++;
  }
  const twice = (charges: string[]) => charges.length > 2 || charges.slice(0, -1).includes('charged');
  return { paidTwice: [...byImage.values()].filter(twice).length, cutOff };
}

/** `submissions` while first the one process is killed and started again, then the other. */
export async function benchCluster(submissions: number): Promise<ClusterFigures> {
  const nodes = await twoNodes();
  await Promise.all([nodes.start(0), nodes.start(1)]);
  const { anywhere, movedOn } = balancer(nodes);
  const customers: Customer[] = [];
  const killAt = [0.25, 0.65].map((share) => Math.floor(submissions * share));
  let done = 0;
  let restarts: Promise<unknown> = Promise.resolve();
  await spread(submissions, AT_ONCE, async (i) => {
    const session = await anywhere(i, begin);
    const photo = freshPhoto();
    const customer = await anywhere(i + 1, (http) => readAgain(http, session, photo, `submission-${i}`));
    customers.push(customer);
    await anywhere(i, (http) => submit(http, customer));
    const victim = killAt.indexOf(++done);
    if (victim !== 0 && victim !== 1) return;
    // The one before is back by then: one of the two always serves.
    restarts = restarts.then(() => nodes.kill(victim)).then(() => nodes.start(victim));
  });
  await restarts;
  const { store, images } = nodes;
  let [lost, imagesMissing] = [0, 0];
  for (const { receipt, sessionId, readingId } of customers) {
    const row = await store.applications.ofSession(sessionId);
    if (!receipt || row?.id !== receipt.id) lost++;
    if (!(await images.persist(readingId))) imagesMissing++;
  }
  const doubled = (await store.applications.count()) - customers.length;
  const charges = await paid(nodes);
  await nodes.close();
  return { submissions: customers.length, lost, doubled, imagesMissing, movedOn: movedOn(), ...charges };
}
