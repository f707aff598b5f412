import * as z from 'zod/mini';
import { problem } from '#src/contract/index.ts';
import { NAMED, named, type Operation } from './operation.ts';

const SCHEMAS = '#/components/schemas/';

/** Any address may be malformed, any request may be one too many, and any may meet a fault of ours. */
const EVERYWHERE = [400, 429, 500];
/** A partner's token is refused on behalf of any page but its own. */
const WITH_TOKEN = [403];

/** Every HTTP status that comes with a problem. */
export const problemsOf = (operation: Operation): readonly number[] =>
  [
    ...new Set([...operation.problems, ...EVERYWHERE, ...(operation.auth === 'token' ? WITH_TOKEN : [])]),
  ].sort();

export interface JsonSchema {
  readonly [key: string]: unknown;
}

/** What OpenAPI calls each kind of credentials. */
const SECURITY: Readonly<Record<Exclude<Operation['auth'], 'none'>, JsonSchema>> = {
  token: { type: 'http', scheme: 'bearer', description: 'Client token from POST /api/sessions' },
  partner: { type: 'http', scheme: 'bearer', description: "A partner's secret key" },
  agent: { type: 'apiKey', in: 'cookie', name: 'session', description: "An agent's session" },
};

/** A schema where it is used: a reference if it has a name. Requests are described as they may come in. */
function schemaOf(schema: z.ZodMiniType): JsonSchema {
  const name = NAMED.get(schema)?.id;
  if (name) return { $ref: SCHEMAS + name };
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', metadata: NAMED });
  return refer(rest) as JsonSchema;
}

/** What zod notes of a schema beside itself; a property of that name has a schema, no string. */
const isNote = ([key, value]: [string, unknown]): boolean =>
  key === '$defs' || ((key === '$schema' || key === '$id' || key === 'id') && typeof value === 'string');

/** References into `$defs` of a single schema point at the document's own instead. */
function refer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(refer);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter((entry) => !isNote(entry))
      .map(([key, each]) => [
        key,
        key === '$ref' && typeof each === 'string' ? each.replace(/^#\/\$defs\//, SCHEMAS) : refer(each),
      ]),
  );
}

function responsesOf(operation: Operation) {
  const replies = Object.entries(operation.replies).map(([status, reply]) => {
    if (reply === null) return [status, { description: 'Success, without a body' }];
    const [type, content] =
      typeof reply === 'string' ? [reply, {}] : ['application/json', { schema: schemaOf(reply) }];
    return [status, { description: 'Success', content: { [type]: content } }];
  });
  const problems = problemsOf(operation).map((status) => [
    String(status),
    { $ref: '#/components/responses/Problem' },
  ]);
  return Object.fromEntries([...replies, ...problems]) as Record<string, JsonSchema>;
}

const operationOf = (operation: Operation) => ({
  summary: operation.summary,
  tags: [operation.tag],
  ...(operation.auth !== 'none' && { security: [{ [operation.auth]: [] }] }),
  ...(operation.parameters && {
    parameters: operation.parameters.map(({ schema, ...each }) => ({
      ...each,
      schema: schema ? schemaOf(schema) : { type: 'string' },
    })),
  }),
  ...(operation.request && {
    requestBody: {
      required: !operation.bodyOptional,
      content: Object.fromEntries(
        operation.request.map(({ type, schema }) => [type, schema ? { schema: schemaOf(schema) } : {}]),
      ),
    },
  }),
  responses: responsesOf(operation),
});

named('Problem', problem);

/** OpenAPI 3.1 of these operations, their schemas made from the zod contract. */
export function openapi(publicUrl: string, operations: readonly Operation[]) {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method] = operationOf(operation);
  }
  const { schemas } = z.toJSONSchema(NAMED, { io: 'input', uri: (id) => SCHEMAS + id });
  const auths = new Set(operations.map(({ auth }) => auth));
  return {
    openapi: '3.1.0',
    info: { title: 'Kenal', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: refer(schemas) as Record<string, JsonSchema>,
      responses: {
        Problem: {
          description: 'Problem (RFC 9457): `code` is stable, `detail` is for developers',
          content: { 'application/problem+json': { schema: schemaOf(problem) } },
        },
      },
      securitySchemes: Object.fromEntries(
        Object.entries(SECURITY).filter(([auth]) => auths.has(auth as Operation['auth'])),
      ),
    },
  };
}
export type OpenApi = ReturnType<typeof openapi>;
