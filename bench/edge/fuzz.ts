/**
 * Requests that nobody meant, against every route: each reply must be one that the API's description has for
 * that route, in its schema; none a fault of ours.
 */
import * as z from 'zod/mini';
import { problem } from '#src/contract/index.ts';
import { limitsFor } from '#src/edge/limits/limits.ts';
import { OPERATIONS, type Operation } from '#src/edge/openapi.ts';
import { type Bed, bedsOf, client, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { MY_VALUES, photo, submission } from '#src/edge/testing/samples.node.ts';
import { DOCUMENTED } from '#src/edge/testing/upstream.node.ts';

export interface FuzzFigures {
  readonly requests: number;
  /** Status codes and how many replies had them. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Replies that their route's description does not have. */
  readonly undescribed: readonly string[];
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
const chance = (share: number): boolean => Math.random() < share;
const STRINGS = [
  '',
  'x',
  '__proto__',
  'constructor',
  '\u0000',
  '💳'.repeat(50),
  '../../etc',
  'a'.repeat(9000),
  '<b>',
  '１２３',
];
const VALUES: readonly unknown[] = [
  ...STRINGS,
  null,
  true,
  -1,
  Number.POSITIVE_INFINITY,
  [],
  {},
  [[[[]]]],
  { a: { b: {} } },
  Number.NaN,
];

/** The same structure with something of it replaced, dropped or added. */
function mutated(value: unknown): unknown {
  if (chance(0.12)) return pick(VALUES);
  if (Array.isArray(value)) return value.map(mutated);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(() => !chance(0.05));
  const made = Object.fromEntries(entries.map(([key, each]) => [key, mutated(each)]));
  return chance(0.1) ? { ...made, [pick(STRINGS)]: pick(VALUES) } : made;
}

/** JSON text, at times broken: cut, nested without end, or no JSON at all. */
function jsonText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  if (chance(0.05)) return text.slice(0, Math.floor(Math.random() * text.length));
  if (chance(0.02)) return '['.repeat(20_000);
  if (chance(0.02)) return `{"values":"${'x'.repeat(70_000)}"}`;
  return text;
}

function imageBytes(): Uint8Array<ArrayBuffer> {
  const bytes = photo(Math.floor(Math.random() * 1e9), { bytes: 400 });
  for (let i = 0; i < 3 && chance(0.5); i++)
    bytes[Math.floor(Math.random() * 60)] = Math.floor(Math.random() * 256);
  return chance(0.1) ? bytes.slice(0, Math.floor(Math.random() * 60)) : bytes;
}

const CREDENTIALS = ['Bearer x', 'Bearer', 'Basic eDp5', 'Bearer a.b.c', '', `Bearer ${'A'.repeat(4000)}`];

/** Whoever asks: a customer's token, or something that is none. */
async function fuzzOne(bed: Bed, operation: Operation, token: string, ids: readonly string[]) {
  const path = operation.path
    .replace('{country}', () =>
      pick(['my', 'my', 'pk', 'sg', '..', '%00', encodeURIComponent(pick(STRINGS)) || 'x']),
    )
    .replace('{id}', () => pick([...ids, crypto.randomUUID(), '1', '%2e%2e', 'x'.repeat(2000)]));
  const headers = new Headers();
  headers.set('authorization', chance(0.8) ? `Bearer ${token}` : pick(CREDENTIALS));
  if (chance(0.9))
    headers.set('idempotency-key', pick([crypto.randomUUID(), 'same-key-always', 'short', 'x'.repeat(300)]));
  if (chance(0.9))
    headers.set(
      'content-type',
      pick(['application/json', 'application/json', 'image/jpeg', 'text/plain', '']),
    );
  if (chance(0.03)) headers.set('content-length', pick(['-1', '99999999999', 'many']));
  const draft = {
    country: 'my',
    step: 'form',
    readingId: null,
    values: MY_VALUES,
    confirmedWarnings: [],
    consent: null,
  };
  const reading = pick([null, pick(ids) ?? null]);
  const json = operation.path.endsWith('/draft') ? draft : submission(reading);
  const body = operation.path.includes('/readings/')
    ? imageBytes()
    : jsonText(chance(0.3) ? json : mutated(json));
  const method = operation.method.toUpperCase();
  return bed.request(path, { method, headers, ...(method !== 'GET' && { body }) });
}

async function misfit(operation: Operation, response: Response): Promise<string | null> {
  const at = `${operation.method} ${operation.path} ${response.status}`;
  const text = await response.text();
  if (operation.problems.includes(response.status)) {
    const parsed = problem.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.code !== 'internal' ? null : `${at}: ${text.slice(0, 200)}`;
  }
  const schema = operation.replies[response.status];
  if (schema === undefined) return `${at} is not described`;
  if (schema === null) return text === '' ? null : `${at} has a body`;
  return z.safeParse(schema, JSON.parse(text)).success ? null : `${at} does not fit its schema`;
}

/** Asks `requests` times, all routes in turn. */
export async function benchFuzz(requests: number): Promise<FuzzFigures> {
  const beds = bedsOf(sqliteStores);
  const unlimited = 1e9;
  const bed = await beds.make({
    settings: {
      limits: { ...limitsFor(unlimited), readingsPerSession: unlimited, writesPerSession: unlimited },
    },
  });
  const answers = [DOCUMENTED.my, DOCUMENTED.notCard, DOCUMENTED.unreadable, DOCUMENTED.invalidFormat];
  bed.upstream.script(() => Response.json(pick(answers)));
  const statuses: Record<string, number> = {};
  const undescribed: string[] = [];
  let { session } = await client(bed);
  const ids: string[] = [];
  for (let i = 0; i < requests; i++) {
    const operation = OPERATIONS[i % OPERATIONS.length]!;
    if (i % 100 === 0) ({ session } = await client(bed));
    const response = await fuzzOne(bed, operation, session.token, ids);
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    const known = response.ok
      ? ((await response
          .clone()
          .json()
          .catch(() => ({}))) as Record<string, string>)
      : {};
    const id = known.readingId ?? known.id;
    if (id) ids.splice(0, ids.length > 20 ? 1 : 0, id);
    bed.log.length = 0;
    const wrong = await misfit(operation, response);
    if (wrong && undescribed.length < 20) undescribed.push(wrong);
  }
  await beds.closeAll();
  return { requests, statuses, undescribed };
}
