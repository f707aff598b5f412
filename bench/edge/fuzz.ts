/**
 * Requests that nobody meant, against every route of the app. What is called and with what comes from
 * /openapi.json alone, so that a new route is called as soon as it is described; each reply must be one that the
 * description has for that route, in its schema; none a fault of ours, nothing of it in the log.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as z from 'zod/mini';
import { limitsFor } from '#src/edge/limits/limits.ts';
import { openapi } from '#src/edge/openapi/document.ts';
import { OPERATIONS } from '#src/edge/openapi/index.ts';
import type { Operation } from '#src/edge/openapi/operation.ts';
import { blankSettings } from '#src/edge/partner/client-settings.ts';
import { ADMIN, PASSWORD, WITH_ADMIN } from '#src/edge/testing/agents.node.ts';
import { type Bed, bedsOf, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { undescribed } from '#src/edge/testing/described.node.ts';
import { SHOP } from '#src/edge/testing/partner.node.ts';
import { MY_VALUES, photo, submission } from '#src/edge/testing/samples.node.ts';
import { standsIn } from '#src/edge/testing/stands-in.ts';
import { DOCUMENTED } from '#src/edge/testing/upstream.node.ts';
import { Callers } from './fuzz-callers.ts';
import { Seen } from './fuzz-seen.ts';
import { CREDENTIALS, chance, jsonText, mutated, pick, sampleOf, wildSegment } from './wild.ts';

export interface FuzzFigures {
  readonly requests: number;
  readonly routes: number;
  /** Routes that never got further than to be refused for their credentials or their path. */
  readonly neverInside: readonly string[];
  /** Status codes and how many replies had them. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Replies that their route's description does not have. */
  readonly undescribed: readonly string[];
  /** Values of the form that were found in the log. */
  readonly logged: number;
  /** Heap after a fifth and after all of the requests, MB. */
  readonly heapMb: readonly [number, number];
}

const UNLIMITED = 1e9;
/** Customers and partners are new after so many requests; agents who are out come in again. */
const RENEW = 250;
const RETURN = 40;
const MB = 1024 * 1024;

const { components } = openapi('http://localhost:8080', OPERATIONS);
type Schema = (typeof components.schemas)[string];
const contentOf = openapiBodies();

/** Each operation's JSON schema of its request. */
function openapiBodies(): ReadonlyMap<Operation, Schema | null> {
  const { paths } = openapi('http://localhost:8080', OPERATIONS);
  return new Map(
    OPERATIONS.map((operation) => {
      const content = (paths[operation.path]?.[operation.method]?.requestBody?.content ?? {}) as Record<
        string,
        { schema?: Schema }
      >;
      return [operation, content['application/json']?.schema ?? null];
    }),
  );
}

const HOOK = 'https://shop.example/hook';

/** Requests that get far, which chance alone would not make: by the name of their schema. */
const SEEDS: Readonly<Record<string, (seen: Seen) => unknown>> = {
  ApplicationSubmission: (seen) => submission(pick([null, seen.some('readings') ?? null])),
  Draft: () => ({
    country: 'my',
    step: 'form',
    readingId: null,
    values: MY_VALUES,
    confirmedWarnings: [],
    consent: null,
  }),
};

/** Values of parameters whose schema says no more than that they are text. */
const PARAMETERS: Readonly<Record<string, string>> = {
  from: '2026-11-01',
  to: '2026-11-22',
  table: 'days',
  order: 'oldest',
  limit: '20',
  'idempotency-key': 'same-key-always',
};

/** The same for schemas without a name, by path. Checking a password is dear, so these come seldom. */
const PATH_SEEDS: Readonly<Record<string, () => unknown>> = {
  '/api/agent/sign-in': () => ADMIN,
  '/api/agent/me/totp': () => ({ password: PASSWORD }),
  '/api/agent/me/totp/remove': () => ({ password: PASSWORD }),
  '/api/agent/me/password': () => ({ current: PASSWORD, next: PASSWORD }),
  '/api/partner/webhooks': () => ({ url: HOOK }),
  '/api/agent/partners/{id}/webhooks': () => ({ url: HOOK, mode: 'live' }),
  '/api/agent/partners/{id}/clients': () => ({ mode: 'live', settings: blankSettings('A shop', [SHOP]) }),
  '/api/agent/partners/{id}/clients/{client}': () => blankSettings('Another shop', [SHOP]),
};

function bodyFor(operation: Operation, seen: Seen): BodyInit {
  const schema = contentOf.get(operation);
  if (!schema) {
    const bytes = photo(Math.floor(Math.random() * 1e9), { bytes: 400 });
    for (let i = 0; i < 3 && chance(0.5); i++)
      bytes[Math.floor(Math.random() * 60)] = Math.floor(Math.random() * 256);
    return chance(0.1) ? bytes.slice(0, Math.floor(Math.random() * 60)) : bytes;
  }
  const seed =
    SEEDS[
      String(schema.$ref ?? '')
        .split('/')
        .at(-1) ?? ''
    ];
  const byPath = PATH_SEEDS[operation.path];
  if (byPath && chance(0.2)) return JSON.stringify(byPath());
  const value = seed && chance(0.7) ? seed(seen) : sampleOf(schema, components.schemas, seen.all);
  return jsonText(chance(0.4) ? value : mutated(value));
}

interface Fuzzed {
  readonly response: Response;
  /** It bore what opens this route. */
  readonly meant: boolean;
}

async function fuzzOne(bed: Bed, operation: Operation, callers: Callers, seen: Seen): Promise<Fuzzed> {
  const query = new URLSearchParams();
  const meant = chance(0.85);
  const headers = new Headers(meant ? callers.headers(operation.auth) : { authorization: pick(CREDENTIALS) });
  for (const { name, in: where, required, schema } of operation.parameters ?? []) {
    if (where === 'path' || chance(where === 'query' && !required ? 0.8 : 0.1)) continue;
    const value = chance(0.7)
      ? (PARAMETERS[name] ?? sampledText(schema))
      : pick([crypto.randomUUID(), 'same-key-always', 'short', 'x'.repeat(300), '1', '-1']);
    if (where === 'query') query.set(name, value);
    else headers.set(name, value);
  }
  const path = operation.path.replace(/(\w+)\/\{(\w+)\}/g, (_, collection: string, name: string) => {
    const known = name === 'country' ? pick(['my', 'pk']) : seen.some(collection);
    return `${collection}/${known && chance(0.7) ? encodeURIComponent(known) : wildSegment(seen.all)}`;
  });
  const type = operation.request?.[0]?.type ?? 'application/json';
  if (chance(0.95)) headers.set('content-type', chance(0.9) ? type : pick(['text/plain', '', 'image/jpeg']));
  if (chance(0.03)) headers.set('content-length', pick(['-1', '99999999999', 'many']));
  const method = operation.method.toUpperCase();
  const url = query.size > 0 ? `${path}?${query}` : path;
  const body = method === 'GET' ? {} : { body: bodyFor(operation, seen) };
  return { response: await bed.request(url, { method, headers, ...body }), meant };
}

/** A value for a parameter, from its schema if it has one. */
function sampledText(schema: z.ZodMiniType | undefined): string {
  if (!schema) return pick(['my', '2026-11-01', '2026-11-22', '20', 'submitted']);
  return String(sampleOf(z.toJSONSchema(schema) as Schema, components.schemas, []));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function heapMb(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / MB);
}

/** Asks `requests` times, all routes in turn. */
export async function benchFuzz(requests: number): Promise<FuzzFigures> {
  const beds = bedsOf(sqliteStores);
  const limits = {
    ...limitsFor(UNLIMITED, UNLIMITED),
    readingsPerSession: UNLIMITED,
    writesPerSession: UNLIMITED,
    looksPerSession: UNLIMITED,
  };
  const bed = await beds.make({ settings: { ...WITH_ADMIN, limits } });
  const answers = [DOCUMENTED.my, DOCUMENTED.notCard, DOCUMENTED.unreadable, DOCUMENTED.invalidFormat];
  bed.upstream.script(() => Response.json(pick(answers)));
  const statuses: Record<string, number> = {};
  const wrongs = new Set<string>();
  const inside = new Set<Operation>();
  let logged = 0;
  let heapBefore = 0;
  const seen = new Seen();
  const callers = new Callers(bed, seen);
  for (let i = 0; i < requests; i++) {
    const operation = OPERATIONS[i % OPERATIONS.length]!;
    if (i % RENEW === 0) await callers.renew();
    if (i % RETURN === 0) await callers.comeBack();
    if (i === Math.floor(requests / 5)) heapBefore = heapMb();
    let fuzzed: Fuzzed;
    try {
      fuzzed = await fuzzOne(bed, operation, callers, seen);
    } catch (error) {
      // The bed holds each answer against the description of whatever route the path is of.
      if (wrongs.size < 20) wrongs.add(error instanceof Error ? error.message : 'unknown');
      continue;
    }
    const { response, meant } = fuzzed;
    const { status } = response;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (response.ok || status === 409 || status === 422) inside.add(operation);
    const wrong = status === 500 ? 'a fault' : await undescribed(operation, response);
    // A wild path may be another route's; the bed has held it against that one.
    if (wrong && (status === 500 || !operation.path.includes('{')))
      wrongs.add(`${operation.method} ${operation.path}: ${wrong}`);
    if (!meant && operation.auth !== 'none' && response.ok)
      wrongs.add(`${operation.method} ${operation.path}: let somebody in`);
    if (response.headers.get('content-type')?.startsWith('application/json'))
      seen.note(operation.path, await response.json());
    else await response.body?.cancel();
    const text = bed.log.join('\n');
    if (Object.values(MY_VALUES).some((value) => value.length > 3 && standsIn(value, text))) logged++;
    bed.log.length = 0;
  }
  const figures: FuzzFigures = {
    requests,
    routes: OPERATIONS.length,
    neverInside: OPERATIONS.filter((each) => !inside.has(each)).map(
      ({ method, path }) => `${method} ${path}`,
    ),
    statuses,
    undescribed: [...wrongs],
    logged,
    heapMb: [heapBefore, heapMb()],
  };
  await beds.closeAll();
  return figures;
}
