/** Values that fit a JSON schema, values that nearly do, and values that nobody meant. */
import fc from 'fast-check';

interface Schema {
  readonly [key: string]: unknown;
}

export const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
export const chance = (share: number): boolean => Math.random() < share;

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
  Number.MAX_VALUE,
  [],
  {},
  [[[[]]]],
  { a: { b: {} } },
  Number.POSITIVE_INFINITY,
];
/** How many texts are drawn for a pattern, once. */
const DRAWN = 20;
const MAX_ITEMS = 3;

function draw(pattern: string): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern)), DRAWN);
  } catch {
    // It knows no look-ahead.
    return STRINGS;
  }
}

const drawn = new Map<string, readonly string[]>();
function matching(pattern: string): string {
  const known = drawn.get(pattern) ?? drawn.set(pattern, draw(pattern)).get(pattern);
  return pick(known ?? STRINGS);
}

const FORMATS: Readonly<Record<string, () => string>> = {
  uuid: () => crypto.randomUUID(),
  'date-time': () => new Date(Date.now() - Math.random() * 1e10).toISOString(),
  date: () => new Date(Date.now() - Math.random() * 1e12).toISOString().slice(0, 10),
  email: () => `someone${Math.floor(Math.random() * 1e6)}@example.org`,
  uri: () => `https://partner${Math.floor(Math.random() * 100)}.example/path`,
};

function textFor(schema: Schema, ids: readonly string[]): string {
  const format = FORMATS[String(schema.format)];
  if (format) return format();
  if (typeof schema.pattern === 'string') return matching(schema.pattern);
  const made = pick([
    'my',
    'en',
    'x',
    'Somebody',
    new Date().toISOString(),
    pick(ids) ?? 'id',
    'ü'.repeat(30),
  ]);
  const least = Number(schema.minLength ?? 0);
  return made.padEnd(least, 'x').slice(0, Number(schema.maxLength ?? 200));
}

/** A value that this schema allows, as far as it says. `ids` have been seen in replies. */
export function sampleOf(
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  ids: readonly string[],
): unknown {
  const of = (each: unknown) => sampleOf(each as Schema, schemas, ids);
  const { $ref, enum: values, const: only, type } = schema;
  if (typeof $ref === 'string') return of(schemas[$ref.split('/').at(-1) ?? ''] ?? {});
  if (only !== undefined) return only;
  if (Array.isArray(values)) return pick(values);
  const either = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (either) return of(pick(either));
  const low = Number(schema.minimum ?? 0);
  if (type === 'string') return textFor(schema, ids);
  if (type === 'integer') return low + Math.floor(Math.random() * 50);
  if (type === 'number') return low + Math.random();
  if (type === 'boolean') return chance(0.5);
  if (type === 'null') return null;
  if (type === 'array') {
    if (Array.isArray(schema.prefixItems)) return schema.prefixItems.map(of);
    const length = Number(schema.minItems ?? 0) + Math.floor(Math.random() * MAX_ITEMS);
    return Array.from({ length }, () => of(schema.items ?? {}));
  }
  if (type !== 'object') return pick(VALUES);
  const required = new Set((schema.required ?? []) as string[]);
  const entries = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
    .filter(([key]) => required.has(key) || chance(0.6))
    .map(([key, each]) => [key, of(each)]);
  if (schema.additionalProperties && chance(0.7))
    entries.push([pick(STRINGS.slice(1)), of(schema.additionalProperties)]);
  return Object.fromEntries(entries);
}

/** The same structure with something of it replaced, dropped or added. */
export function mutated(value: unknown): unknown {
  if (chance(0.12)) return pick(VALUES);
  if (Array.isArray(value)) return value.map(mutated);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(() => !chance(0.05));
  const made = Object.fromEntries(entries.map(([key, each]) => [key, mutated(each)]));
  return chance(0.1) ? { ...made, [pick(STRINGS)]: pick(VALUES) } : made;
}

/** JSON text, at times broken: cut, nested without end, or no JSON at all. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  if (chance(0.05)) return text.slice(0, Math.floor(Math.random() * text.length));
  if (chance(0.01)) return '['.repeat(20_000);
  if (chance(0.01)) return `{"values":"${'x'.repeat(70_000)}"}`;
  return text;
}

/** Where a parameter stands. */
export const wildSegment = (ids: readonly string[]): string =>
  pick([
    ...ids.map(encodeURIComponent),
    'my',
    'pk',
    'sg',
    '..',
    '%00',
    '%2e%2e',
    '1',
    crypto.randomUUID(),
    'x'.repeat(2000),
    encodeURIComponent(pick(STRINGS)) || 'x',
  ]);

export const CREDENTIALS: readonly string[] = [
  'Bearer x',
  'Bearer',
  'Basic eDp5',
  'Bearer a.b.c',
  '',
  `Bearer ${'A'.repeat(4000)}`,
];
