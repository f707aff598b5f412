import type { JsonSchema } from './document.ts';

/** Lines shorter than this stay one line. */
const WIDTH = 72;

/** A part of the notation: text, or the name of a schema that stands elsewhere. */
export type Part = string | { readonly name: string };

const lengthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : part.name.length), 0);

const join = (lists: readonly Part[][], between: string): Part[] =>
  lists.flatMap((list, i) => (i === 0 ? list : [between, ...list]));

/** What narrows a string or a number, in the words of JSON Schema. */
function bounds(schema: JsonSchema): string {
  const words: string[] = [];
  for (const name of ['format', 'minLength', 'maxLength', 'minimum', 'maximum', 'maxItems', 'pattern'])
    if (schema[name] !== undefined) words.push(`${name} ${schema[name]}`);
  return words.length > 0 ? ` /* ${words.join(', ')} */` : '';
}

function objectOf(schema: JsonSchema, indent: string): Part[] {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const required = new Set((schema.required ?? []) as string[]);
  const rest = schema.additionalProperties;
  const inner = `${indent}  `;
  const entries = properties.map(([key, each]): Part[] => [
    `${/^\w+$/.test(key) ? key : JSON.stringify(key)}${required.has(key) ? '' : '?'}: `,
    ...notation(each, inner),
  ]);
  if (rest && typeof rest === 'object') entries.push(['[name]: ', ...notation(rest as JsonSchema, inner)]);
  if (entries.length === 0) return ['{}'];
  const flat = join(entries, ', ');
  const isFlat = flat.every((part) => typeof part !== 'string' || !part.includes('\n'));
  if (isFlat && lengthOf(flat) + indent.length < WIDTH) return ['{ ', ...flat, ' }'];
  return [`{\n${inner}`, ...join(entries, `\n${inner}`), `\n${indent}}`];
}

/** A JSON schema in the notation of TypeScript, which is shorter and better known. */
export function notation(schema: JsonSchema, indent = ''): Part[] {
  const { $ref, enum: values, const: only, type } = schema;
  if (typeof $ref === 'string') return [{ name: $ref.split('/').at(-1) ?? '' }];
  if (only !== undefined) return [JSON.stringify(only)];
  if (Array.isArray(values)) return [values.map((value) => JSON.stringify(value)).join(' | ')];
  const either = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (either)
    return join(
      either.map((each) => notation(each, indent)),
      ' | ',
    );
  const items = (schema.prefixItems ?? schema.items) as JsonSchema | JsonSchema[] | undefined;
  if (Array.isArray(items)) {
    const each = items.map((item) => notation(item, indent));
    return ['[', ...join(each, ', '), ']'];
  }
  if (type === 'array') return ['(', ...notation(items ?? {}, indent), ')[]', bounds(schema)];
  if (type === 'object') return objectOf(schema, indent);
  if (Array.isArray(type)) return [`${type.join(' | ')}${bounds(schema)}`];
  return [`${typeof type === 'string' ? type : 'unknown'}${bounds(schema)}`];
}
