import * as z from 'zod/mini';
import {
  applicationReceipt,
  applicationStatus,
  applicationSubmission,
  draft,
  draftReply,
  problem,
  readingReply,
  sessionReceipt,
  sessionReply,
} from '#src/contract/index.ts';

type Body = { readonly type: string; readonly schema: z.ZodMiniType | null };

/** One operation, as it is described and as CI checks it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly auth: boolean;
  readonly parameters?: readonly { name: string; in: 'path' | 'header'; required: boolean }[];
  readonly request?: readonly Body[];
  /** Successes; null has no body. */
  readonly replies: Readonly<Record<number, z.ZodMiniType | null>>;
  /** HTTP statuses that come with a problem. */
  readonly problems: readonly number[];
}

const json = (schema: z.ZodMiniType): readonly Body[] => [{ type: 'application/json', schema }];
const images = ['image/jpeg', 'image/png', 'image/bmp', 'application/octet-stream'];
const health = z.object({ status: z.string() });

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/sessions',
    summary: 'A token for one onboarding; with a token, its session goes on under a new one',
    auth: false,
    replies: { 201: sessionReply },
    problems: [429, 500],
  },
  {
    method: 'post',
    path: '/api/readings/{country}',
    summary: 'Read the photo of a card',
    auth: true,
    parameters: [{ name: 'country', in: 'path', required: true }],
    request: images.map((type) => ({ type, schema: null })),
    replies: { 200: readingReply },
    problems: [400, 401, 404, 409, 413, 415, 429, 500, 502],
  },
  {
    method: 'get',
    path: '/api/draft',
    summary: 'The form so far, with the reading it refers to',
    auth: true,
    replies: { 200: draftReply },
    problems: [401, 404, 500],
  },
  {
    method: 'put',
    path: '/api/draft',
    summary: 'Keep the form so far',
    auth: true,
    request: json(draft),
    replies: { 204: null },
    problems: [400, 401, 409, 413, 500],
  },
  {
    method: 'delete',
    path: '/api/draft',
    summary: 'Erase the draft, and every reading and photo that no application holds',
    auth: true,
    replies: { 204: null },
    problems: [401, 500],
  },
  {
    method: 'post',
    path: '/api/applications',
    summary: 'Submit; 200 and the same receipt for every repetition',
    auth: true,
    parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }],
    request: json(applicationSubmission),
    replies: { 200: applicationReceipt, 201: applicationReceipt },
    problems: [400, 401, 403, 404, 409, 413, 422, 500],
  },
  {
    method: 'get',
    path: '/api/applications',
    summary: 'The receipt of what this session has submitted',
    auth: true,
    replies: { 200: sessionReceipt },
    problems: [401, 404, 500],
  },
  {
    method: 'delete',
    path: '/api/applications/{id}',
    summary: 'Take an application back and erase it, by session token or status secret, until it is decided',
    auth: true,
    parameters: [{ name: 'id', in: 'path', required: true }],
    replies: { 204: null },
    problems: [401, 404, 409, 429, 500],
  },
  {
    method: 'delete',
    path: '/api/applications/{id}/link',
    summary: 'End the secret of the status page',
    auth: true,
    parameters: [{ name: 'id', in: 'path', required: true }],
    replies: { 204: null },
    problems: [401, 404, 429, 500],
  },
  {
    method: 'get',
    path: '/api/applications/{id}',
    summary: 'Where an application stands, by session token or status secret',
    auth: true,
    parameters: [{ name: 'id', in: 'path', required: true }],
    replies: { 200: applicationStatus },
    problems: [401, 404, 500],
  },
  {
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    auth: false,
    replies: { 200: health },
    problems: [],
  },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Readings can be served',
    auth: false,
    replies: { 200: health },
    problems: [503],
  },
];

const schemaOf = (schema: z.ZodMiniType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest;
};

/** OpenAPI 3.1 of the operations, their schemas made from the zod contract. */
export function openapi(publicUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const op of OPERATIONS) {
    const replies = Object.entries(op.replies).map(([status, schema]) => [
      status,
      schema
        ? { description: 'Success', content: { 'application/json': { schema: schemaOf(schema) } } }
        : { description: 'Success, without a body' },
    ]);
    const problems = op.problems.map((status) => [
      String(status),
      {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]);
    paths[op.path] ??= {};
    paths[op.path]![op.method] = {
      summary: op.summary,
      ...(op.auth && { security: [{ token: [] }] }),
      ...(op.parameters && {
        parameters: op.parameters.map((each) => ({ ...each, schema: { type: 'string' } })),
      }),
      ...(op.request && {
        requestBody: {
          required: true,
          content: Object.fromEntries(
            op.request.map(({ type, schema }) => [type, schema ? { schema: schemaOf(schema) } : {}]),
          ),
        },
      }),
      responses: Object.fromEntries([...replies, ...problems]),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kenal', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}
