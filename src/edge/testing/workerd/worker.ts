import type { Hono } from 'hono';
import { createEdge } from '../../app.ts';
import { createKeyring } from '../../crypto/keyring.ts';
import type { EdgeDeps, EdgeEnv } from '../../deps.ts';
import { runDue } from '../../due/run.ts';
import { eventStore } from '../../workerd/connections.ts';
import { r2Images } from '../../workerd/images-r2.ts';
import type { EventContext, Hyperdrive, R2Bucket } from '../../workerd/platform.ts';
import { type BedGiven, type BedState, bedDeps } from '../bed-deps.ts';
import { type News, ORDER, type Order } from './orders.ts';
import { decode, remote } from './wire.ts';

interface Bindings {
  readonly IMAGES: R2Bucket;
  /** Where the tests are called. */
  readonly TESTS: string;
  /** One for each bed that stands at the same time. */
  readonly [database: `DATABASE_${number}`]: Hyperdrive;
}

interface WorkerBed {
  readonly deps: EdgeDeps;
  readonly app: Hono<EdgeEnv>;
  readonly state: BedState;
  readonly news: News[];
}

const { store, during } = eventStore();
const beds = new Map<string, WorkerBed>();

async function makeBed(request: Request, { bed, images, state }: Order, { IMAGES, TESTS }: Bindings) {
  const given = decode(await request.text(), (address) => remote(`${TESTS}/call/${address}`)) as BedGiven;
  const news: News[] = [];
  const deps = bedDeps(given, {
    store,
    images: r2Images(IMAGES, images),
    keys: await createKeyring(...given.secret),
    state,
    news: {
      line: (line) => void news.push(['line', line]),
      image: (change, id) => void news.push([change, id]),
    },
  });
  beds.set(bed, { deps, app: createEdge(deps), state, news });
  return new Response(null, { status: 201 });
}

async function tellTests({ news }: WorkerBed, bed: string, { TESTS }: Bindings): Promise<void> {
  if (news.length === 0) return;
  const body = JSON.stringify(news.splice(0));
  await (await fetch(`${TESTS}/news/${bed}`, { method: 'POST', body })).body?.cancel();
}

async function obey(
  request: Request,
  order: Order,
  bed: WorkerBed,
  env: Bindings,
  context: EventContext,
): Promise<Response> {
  Object.assign(bed.state, order.state);
  return order.wants === 'due'
    ? Response.json(await runDue(bed.deps))
    : bed.app.fetch(request, env, context as never);
}

/** The edge of every bed of a run, in one worker: the parts of Workers' entry, under the tests' control. */
export default {
  async fetch(request: Request, env: Bindings, context: EventContext): Promise<Response> {
    const order = JSON.parse(request.headers.get(ORDER) ?? '') as Order;
    if (order.wants === 'bed') return makeBed(request, order, env);
    const bed = beds.get(order.bed);
    if (!bed) throw new Error('No such bed');
    // What happened is told before the answer is given, so that a test that has it sees that as well.
    return during(env[`DATABASE_${order.database}`]!, context, async () => {
      const response = await obey(request, order, bed, env, context);
      await tellTests(bed, order.bed, env);
      return response;
    });
  },
};
