import * as z from 'zod/mini';

/** Who may call: anyone, a client token, a partner's secret key, an agent's cookie. */
type Auth = 'none' | 'token' | 'partner' | 'agent';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'header' | 'query';
  readonly required: boolean;
  readonly description?: string;
  /** A string where it is missing. */
  readonly schema?: z.ZodMiniType;
}

interface Body {
  readonly type: string;
  /** Null: bytes. */
  readonly schema: z.ZodMiniType | null;
}

/**
 * One operation, as it is described, as CI checks it, and as the fuzzer calls it. Whoever adds a route adds one
 * of these: a test compares them with the app's routes.
 */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  /** Heading under which `/docs` shows it. */
  readonly tag: string;
  readonly auth: Auth;
  readonly parameters?: readonly Parameter[];
  readonly request?: readonly Body[];
  /** The request may come without a body. */
  readonly bodyOptional?: true;
  /** Successes: a schema of JSON, a content type of anything else, null without a body. */
  readonly replies: Readonly<Record<number, z.ZodMiniType | string | null>>;
  /** HTTP statuses that come with a problem; 429 and 500 need not be named. */
  readonly problems: readonly number[];
}

/** A JSON body of this schema. */
export const json = (schema: z.ZodMiniType): readonly Body[] => [{ type: 'application/json', schema }];

/** A parameter in the path. */
export const inPath = (name: string, schema?: z.ZodMiniType): Parameter => ({
  name,
  in: 'path',
  required: true,
  ...(schema && { schema }),
});

/** Schemas that the document shows once, under a name. */
export const NAMED = z.registry<{ id: string }>();

/** Gives a schema of the contract its name in the document. */
export function named<T extends z.ZodMiniType>(id: string, schema: T): T {
  NAMED.add(schema, { id });
  return schema;
}
