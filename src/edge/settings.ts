import * as z from 'zod/mini';
import { MIN_PASSWORD, ROLES } from '#src/contract/agent/index.ts';
import type { AgentSettings } from './agent/settings.ts';
import { MIN_SECRET_LENGTH } from './crypto/keyring.ts';

const text = z.string().check(z.trim(), z.minLength(1));
const integer = (min: number, max: number) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d+$/, 'must be a whole number')), z.transform(Number)),
    z.number().check(z.gte(min, `must be at least ${min}`), z.lte(max, `must be at most ${max}`)),
  );
const yesOrNo = z.pipe(
  z.enum(['true', 'false'], 'must be true or false'),
  z.transform((value) => value === 'true'),
);
const share = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d*\.?\d+$/, 'must be a number')), z.transform(Number)),
  z.number().check(z.lte(1, 'must be from 0 to 1')),
);
const secret = z
  .string()
  .check(z.minLength(MIN_SECRET_LENGTH, `must have at least ${MIN_SECRET_LENGTH} characters`));
const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

/** Standard Webhooks: 24 to 64 bytes, base64. */
const webhookSecret = z
  .string()
  .check(z.regex(/^(whsec_)?[A-Za-z0-9+/]{32,86}={0,2}$/, 'must be 24 to 64 bytes in base64'));

const isLocal = (url: string): boolean => {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};

/** Twenty seconds of a server's core, and minutes of a phone's: whoever asks for more has mistaken the unit. */
const MAX_TRIES = 100_000;

const environment = z
  .object({
    PORT: z._default(integer(0, 65_535), 8080),
    HOST: z._default(text, '127.0.0.1'),
    PUBLIC_URL: z.optional(
      httpUrl.check(
        z.refine((url) => !URL.canParse(url) || isLocal(url), 'must be https outside of localhost'),
      ),
    ),
    TRUST_PROXY: z._default(text, 'none'),
    DATA_DIR: z._default(text, '.data'),
    DATABASE_URL: z.optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })),
    IMAGE_STORE: z._default(
      z.union([z.literal('disk'), z.url({ protocol: /^s3$/ })], 'must be disk or s3://bucket?endpoint=…'),
      'disk',
    ),
    AWS_ACCESS_KEY_ID: z.optional(text),
    AWS_SECRET_ACCESS_KEY: z.optional(text),
    METRICS_TOKEN: z.optional(secret),
    PROOF_OF_WORK: z._default(integer(0, MAX_TRIES), 0),
    RATE_LIMIT: z._default(integer(1, 1_000_000), 120),
    OCR_API_URL: z.optional(httpUrl),
    OCR_API_ALLOW_HTTP: z._default(yesOrNo, false),
    OCR_API_KEY: z.optional(text),
    OCR_FALLBACK: z._default(z.enum(['none', 'embedded'], 'must be none or embedded'), 'none'),
    OCR_API_KEYS: z.optional(text),
    OCR_SHADOW: z._default(share, 0),
    SECRET_KEY: z.optional(secret),
    SECRET_KEY_PREVIOUS: z.optional(secret),
    ADMIN_EMAIL: z.optional(z.email('must be an e-mail address')),
    ADMIN_PASSWORD: z.optional(
      z.string().check(z.minLength(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`)),
    ),
    OIDC_ISSUER: z.optional(httpUrl),
    OIDC_CLIENT_ID: z.optional(text),
    OIDC_CLIENT_SECRET: z.optional(text),
    OIDC_NAME: z._default(text, 'SSO'),
    OIDC_ROLE: z.optional(z.enum(ROLES, `must be one of ${ROLES.join(', ')}`)),
    SLA_MINUTES: z._default(integer(1, 525_600), 240),
    OCR_PRICE: z.optional(
      z
        .string()
        .check(z.regex(/^\d+(\.\d+)? [A-Z]{3}$/, 'must be an amount and a currency, e.g. "0.05 USD"')),
    ),
    ALLOW_MANUAL: z._default(yesOrNo, true),
    WEBHOOK_ALLOW_PRIVATE: z._default(yesOrNo, false),
    RETENTION_DAYS: z._default(integer(1, 36_500), 90),
    SMTP_URL: z.optional(z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' })),
    MAIL_FROM: z.optional(text.check(z.regex(/^[^\r\n]*[^\s@]@[^\s@]+$/, 'must be an e-mail address'))),
    NOTIFY_URL: z.optional(
      httpUrl.check(
        z.refine((url) => !URL.canParse(url) || isLocal(url), 'must be https outside of localhost'),
      ),
    ),
    NOTIFY_SECRET: z.optional(webhookSecret),
    OTEL_EXPORTER_OTLP_ENDPOINT: z.optional(httpUrl),
    LOG_LEVEL: z._default(
      z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], 'is no level of the log'),
      'info',
    ),
  })
  .check(
    z.refine((env) => env.OCR_API_URL === undefined || env.OCR_API_KEY !== undefined, {
      path: ['OCR_API_KEY'],
      error: 'is missing, but OCR_API_URL is set',
    }),
    z.refine(
      ({ OCR_API_URL: url, OCR_API_ALLOW_HTTP: allowed }) =>
        allowed || url === undefined || !URL.canParse(url) || isLocal(url),
      {
        path: ['OCR_API_URL'],
        error: 'must be https outside of localhost, or OCR_API_ALLOW_HTTP true within a private network',
      },
    ),
    z.refine((env) => env.OCR_SHADOW === 0 || env.OCR_API_URL !== undefined, {
      path: ['OCR_SHADOW'],
      error: 'compares a hosted API with the embedded engine, but OCR_API_URL is not set',
    }),
    z.refine((env) => env.NOTIFY_URL === undefined || env.NOTIFY_SECRET !== undefined, {
      path: ['NOTIFY_SECRET'],
      error: 'is missing, but NOTIFY_URL is set',
    }),
    z.refine((env) => (env.ADMIN_EMAIL === undefined) === (env.ADMIN_PASSWORD === undefined), {
      path: ['ADMIN_PASSWORD'],
      error: 'and ADMIN_EMAIL belong together',
    }),
    z.refine((env) => !env.OIDC_ISSUER || Boolean(env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
      path: ['OIDC_CLIENT_ID'],
      error: 'or OIDC_CLIENT_SECRET is missing, but OIDC_ISSUER is set',
    }),
  );

/** Every setting there is. */
export const SETTINGS = Object.keys(environment.shape);

export interface S3Settings {
  /** Where the bucket answers, without a slash at its end. */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface MailSettings {
  readonly url: string;
  /** What stands in the From header. */
  readonly from: string;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** As given; the runtime knows what an address is. */
  readonly trustProxy: string;
  readonly dataDir: string;
  /** Null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null: files in `dataDir`. */
  readonly s3: S3Settings | null;
  /** Requests of one kind per minute and address. */
  readonly rateLimit: number;
  /** Tries of work that a browser does before it gets a session of its own; 0: none. */
  readonly proofOfWork: number;
  /** Lets `/metrics` be read from elsewhere than this machine. */
  readonly metricsToken: string | null;
  readonly hosted: { readonly url: string; readonly key: string } | null;
  readonly ocrFallback: 'none' | 'embedded';
  /** Share of readings that the embedded engine reads as well, 0 to 1. */
  readonly ocrShadow: number;
  /** Keys that `/v1/*` accepts; null: any key, from a direct loopback peer alone. */
  readonly ocrApiKeys: readonly string[] | null;
  /** Null: generated into `dataDir`. */
  readonly secretKey: string | null;
  readonly secretKeyPrevious: string | null;
  readonly agents: AgentSettings;
  readonly allowManual: boolean;
  /** Webhooks may go to http and to private addresses: for trials on one machine. */
  readonly webhookAllowPrivate: boolean;
  readonly retentionDays: number;
  /** Null: no mail is sent. */
  readonly mail: MailSettings | null;
  /** The operator's own hook: where it is and what it is signed with. */
  readonly notify: { readonly url: string; readonly secret: string } | null;
  /** Where traces are sent to, by OTLP over HTTP; null: nowhere. */
  readonly otlpEndpoint: string | null;
  readonly logLevel: string;
}

/** A setting that stops the start. The message is one line: which one, and why. It never quotes the value. */
export class BadSettingError extends Error {
  override readonly name = 'BadSettingError';
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** `s3://bucket?endpoint=https://…&region=…`; without an endpoint it is AWS itself. */
function s3Of(setting: string, accessKeyId?: string, secretAccessKey?: string): S3Settings {
  const { hostname: bucket, searchParams } = new URL(setting);
  const endpoint = searchParams.get('endpoint');
  const region = searchParams.get('region') ?? 'us-east-1';
  if (bucket === '') throw new BadSettingError('IMAGE_STORE has no bucket');
  if (endpoint !== null && !/^https?:\/\/./.test(endpoint))
    throw new BadSettingError('IMAGE_STORE has an endpoint that is no http or https URL');
  if (!accessKeyId || !secretAccessKey)
    throw new BadSettingError(
      `${accessKeyId ? 'AWS_SECRET_ACCESS_KEY' : 'AWS_ACCESS_KEY_ID'} is missing, but IMAGE_STORE is s3`,
    );
  const bucketUrl = endpoint
    ? `${withoutSlash(endpoint)}/${bucket}`
    : `https://${bucket}.s3.${region}.amazonaws.com`;
  return { bucketUrl, region, accessKeyId, secretAccessKey };
}

function agentsOf(e: z.infer<typeof environment>): AgentSettings {
  const [amount, currency] = e.OCR_PRICE?.split(' ') ?? [];
  return {
    admin: e.ADMIN_EMAIL && e.ADMIN_PASSWORD ? { email: e.ADMIN_EMAIL, password: e.ADMIN_PASSWORD } : null,
    oidc: e.OIDC_ISSUER
      ? {
          issuer: withoutSlash(e.OIDC_ISSUER),
          clientId: e.OIDC_CLIENT_ID ?? '',
          clientSecret: e.OIDC_CLIENT_SECRET ?? '',
          name: e.OIDC_NAME,
          role: e.OIDC_ROLE ?? null,
        }
      : null,
    slaMs: e.SLA_MINUTES * 60_000,
    price: amount && currency ? { amount: Number(amount), currency } : null,
  };
}

/**
 * Settings from environment variables. An empty variable counts as unset.
 * @throws BadSettingError.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadSettingError(`${String(issue?.path[0])} ${issue?.message}`);
  }
  const e = parsed.data;
  const keys = e.OCR_API_KEYS?.split(',').map((key) => key.trim());
  if (keys?.some((key) => key === '')) throw new BadSettingError('OCR_API_KEYS has an empty key');
  const publicUrl = withoutSlash(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`);
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl,
    trustProxy: e.TRUST_PROXY,
    dataDir: e.DATA_DIR,
    databaseUrl: e.DATABASE_URL ?? null,
    s3: e.IMAGE_STORE === 'disk' ? null : s3Of(e.IMAGE_STORE, e.AWS_ACCESS_KEY_ID, e.AWS_SECRET_ACCESS_KEY),
    rateLimit: e.RATE_LIMIT,
    proofOfWork: e.PROOF_OF_WORK,
    metricsToken: e.METRICS_TOKEN ?? null,
    hosted: e.OCR_API_URL ? { url: withoutSlash(e.OCR_API_URL), key: e.OCR_API_KEY ?? '' } : null,
    ocrFallback: e.OCR_FALLBACK,
    ocrShadow: e.OCR_SHADOW,
    ocrApiKeys: keys ?? null,
    secretKey: e.SECRET_KEY ?? null,
    secretKeyPrevious: e.SECRET_KEY_PREVIOUS ?? null,
    agents: agentsOf(e),
    allowManual: e.ALLOW_MANUAL,
    webhookAllowPrivate: e.WEBHOOK_ALLOW_PRIVATE,
    retentionDays: e.RETENTION_DAYS,
    mail: e.SMTP_URL
      ? { url: e.SMTP_URL, from: e.MAIL_FROM ?? `Kenal <kenal@${new URL(publicUrl).hostname}>` }
      : null,
    notify: e.NOTIFY_URL ? { url: e.NOTIFY_URL, secret: e.NOTIFY_SECRET ?? '' } : null,
    otlpEndpoint: e.OTEL_EXPORTER_OTLP_ENDPOINT ? withoutSlash(e.OTEL_EXPORTER_OTLP_ENDPOINT) : null,
    logLevel: e.LOG_LEVEL,
  };
}
