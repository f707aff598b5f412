import type { Hono } from 'hono';
import { prepareConsole } from './agent/index.ts';
import { createEdge } from './app.ts';
import { rewrapKeys } from './crypto/rewrap.ts';
import type { EdgeDeps, EdgeEnv } from './deps.ts';
import { runDue } from './due/run.ts';
import { networkOf } from './limits/network.ts';
import { problemResponse } from './problem.ts';
import { BadSettingError } from './settings.ts';
import { connectingAddress, workerDeps } from './workerd/compose.ts';
import { eventStore } from './workerd/connections.ts';
import type { EventContext, ScheduledEvent, WorkerBindings } from './workerd/platform.ts';

/** The one time of the schedule that is not there for what is due; `wrangler.jsonc` has it too. */
const DAILY = '17 3 * * *';
const DAY_MS = 24 * 3600 * 1000;

interface Kenal {
  readonly deps: EdgeDeps;
  readonly edge: Hono<EdgeEnv>;
}

const { store, during } = eventStore();
/** Made by the first event; a promise of it is not kept, since that would end with its event. */
let made: Kenal | null = null;

async function kenalOf(env: WorkerBindings): Promise<Kenal> {
  if (made) return made;
  const deps = await workerDeps(env, store);
  made ??= { deps, edge: createEdge(deps) };
  return made;
}

async function answer(request: Request, env: WorkerBindings, context: EventContext): Promise<Response> {
  const address = connectingAddress(request);
  // A flood ends here, before it costs the database a statement.
  if (env.FLOODS && address && !(await env.FLOODS.limit({ key: networkOf(address) })).success)
    return problemResponse('rate_limited', { retryAfter: 60 });
  const { edge } = await kenalOf(env);
  return edge.fetch(request, env, context as never);
}

/** Whether this isolate has looked for a first account. */
let prepared = false;

/** What Node does at its start: what the settings have changed for what is stored already. */
async function housekeeping({ store, keys, log, settings }: EdgeDeps): Promise<void> {
  await store.due.retainFor(settings.retentionDays * DAY_MS);
  await rewrapKeys({ store, keys, log });
}

/** A bad setting is said in one line of the log; the client is told no more than that nothing is ready. */
function refuse(error: unknown): Response {
  if (!(error instanceof BadSettingError)) throw error;
  console.error(`Bad setting: ${error.message}`);
  return problemResponse('not_ready', { retryAfter: 60 });
}

/** The composition root on Workers: settings and stores from the bindings in `wrangler.jsonc`. */
export default {
  fetch: (request: Request, env: WorkerBindings, context: EventContext): Promise<Response> =>
    during(env.HYPERDRIVE, context, () => answer(request, env, context)).catch(refuse),

  scheduled: ({ cron }: ScheduledEvent, env: WorkerBindings, context: EventContext): Promise<void> =>
    during(env.HYPERDRIVE, context, async () => {
      const { deps } = await kenalOf(env);
      // A worker has no start: the code of the first admin is in the log within a minute.
      if (!prepared) await prepareConsole(deps);
      prepared = true;
      await (cron === DAILY ? housekeeping(deps) : runDue(deps));
    }),
};
