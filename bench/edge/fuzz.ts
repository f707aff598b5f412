/**
 * Requests that nobody meant, against every route of the app. What is called and with what comes from
 * /openapi.json alone, so that a new route is called as soon as it is described; each reply must be one that the
 * description has for that route, in its schema; none a fault of ours, nothing of it in the log.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { limitsFor } from '#src/edge/limits/limits.ts';
import { openapi } from '#src/edge/openapi/document.ts';
import { OPERATIONS } from '#src/edge/openapi/index.ts';
import type { Operation } from '#src/edge/openapi/operation.ts';
import { type Bed, bedsOf, client, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { undescribed } from '#src/edge/testing/described.node.ts';
import { partnerIn } from '#src/edge/testing/partner.node.ts';
import { MY_VALUES, photo, submission } from '#src/edge/testing/samples.node.ts';
import { standsIn } from '#src/edge/testing/stands-in.ts';
import { DOCUMENTED } from '#src/edge/testing/upstream.node.ts';
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
/** The newest ids that replies have named are used again. */
const MAX_IDS = 30;
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

/** Requests that get far, which chance alone would not make: by the name of their schema. */
const SEEDS: Readonly<Record<string, (ids: readonly string[]) => unknown>> = {
  ApplicationSubmission: (ids) => submission(pick([null, pick(ids) ?? null])),
  Draft: () => ({
    country: 'my',
    step: 'form',
    readingId: null,
    values: MY_VALUES,
    confirmedWarnings: [],
    consent: null,
  }),
};

function bodyFor(operation: Operation, ids: readonly string[]): BodyInit {
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
  const value = seed && chance(0.7) ? seed(ids) : sampleOf(schema, components.schemas, ids);
  return jsonText(chance(0.4) ? value : mutated(value));
}

async function fuzzOne(
  bed: Bed,
  operation: Operation,
  credentials: Readonly<Record<string, Record<string, string>>>,
  ids: readonly string[],
): Promise<Response> {
  const query = new URLSearchParams();
  const headers = new Headers(
    chance(0.85) ? credentials[operation.auth] : { authorization: pick(CREDENTIALS) },
  );
  for (const { name, in: where, schema } of operation.parameters ?? []) {
    if (where === 'path' || chance(0.15)) continue;
    const value =
      schema && chance(0.5)
        ? 'my'
        : pick([crypto.randomUUID(), 'same-key-always', 'short', 'x'.repeat(300), '1', '-1']);
    if (where === 'query') query.set(name, value);
    else headers.set(name, value);
  }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'country' && chance(0.7) ? pick(['my', 'pk']) : wildSegment(ids),
  );
  const type = operation.request?.[0]?.type ?? 'application/json';
  if (chance(0.95)) headers.set('content-type', chance(0.9) ? type : pick(['text/plain', '', 'image/jpeg']));
  if (chance(0.03)) headers.set('content-length', pick(['-1', '99999999999', 'many']));
  const method = operation.method.toUpperCase();
  const url = query.size > 0 ? `${path}?${query}` : path;
  return bed.request(url, { method, headers, ...(method !== 'GET' && { body: bodyFor(operation, ids) }) });
}

/** Every string under a name that ends in "id", wherever it stands in a reply. */
function idsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /id$/i.test(name) && value.length < 100 ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => idsIn(each, Array.isArray(value) ? name : key));
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function heapMb(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / MB);
}

/** Credentials of someone who may: whatever the bed can make. */
async function credentialsOf(bed: Bed): Promise<Record<string, Record<string, string>>> {
  const { session } = await client(bed);
  const token = { authorization: `Bearer ${session.token}` };
  const { key } = await partnerIn(bed, { mode: pick(['live', 'test'] as const) });
  return { none: chance(0.5) ? token : {}, token, partner: { authorization: `Bearer ${key}` } };
}

/** Asks `requests` times, all routes in turn. */
export async function benchFuzz(requests: number): Promise<FuzzFigures> {
  const beds = bedsOf(sqliteStores);
  const limits = {
    ...limitsFor(UNLIMITED, UNLIMITED),
    readingsPerSession: UNLIMITED,
    writesPerSession: UNLIMITED,
  };
  const bed = await beds.make({ settings: { limits } });
  const answers = [DOCUMENTED.my, DOCUMENTED.notCard, DOCUMENTED.unreadable, DOCUMENTED.invalidFormat];
  bed.upstream.script(() => Response.json(pick(answers)));
  const statuses: Record<string, number> = {};
  const wrongs = new Set<string>();
  const inside = new Set<Operation>();
  let logged = 0;
  let heapBefore = 0;
  let credentials = await credentialsOf(bed);
  const ids: string[] = [];
  for (let i = 0; i < requests; i++) {
    const operation = OPERATIONS[i % OPERATIONS.length]!;
    if (i % 100 === 0) credentials = await credentialsOf(bed);
    if (i === Math.floor(requests / 5)) heapBefore = heapMb();
    let response: Response;
    try {
      response = await fuzzOne(bed, operation, credentials, ids);
    } catch (error) {
      // The bed holds each answer against the description of whatever route the path is of.
      if (wrongs.size < 20) wrongs.add(error instanceof Error ? error.message : 'unknown');
      continue;
    }
    const { status } = response;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (response.ok || status === 409 || status === 422) inside.add(operation);
    const wrong = status === 500 ? 'a fault' : await undescribed(operation, response);
    // A wild path may be another route's; the bed has held it against that one.
    if (wrong && (status === 500 || !operation.path.includes('{')))
      wrongs.add(`${operation.method} ${operation.path}: ${wrong}`);
    if (response.headers.get('content-type')?.startsWith('application/json')) {
      const found = idsIn(await response.json());
      ids.push(...found.slice(0, 3));
      ids.splice(0, Math.max(0, ids.length - MAX_IDS));
    } else await response.body?.cancel();
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
