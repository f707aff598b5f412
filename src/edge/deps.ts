import type { Locale, ReaderInfo } from '#src/contract/index.ts';
import type { CountryEntry } from '#src/countries/types.ts';
import type { AgentSettings } from './agent/settings.ts';
import type { Bytes } from './crypto/bytes.ts';
import type { Keyring } from './crypto/keyring.ts';
import type { Limits } from './limits/limits.ts';
import type { OcrTiming } from './ocr/client.ts';
import type { Upstream } from './ocr/upstream.ts';
import type { ShadowSettings } from './readings/shadow.ts';
import type { EventRow } from './stores/events.ts';
import type { ImageStore } from './stores/images.ts';
import type { KeyHolder } from './stores/partners.ts';
import type { SessionRow } from './stores/sessions.ts';
import type { Store } from './stores/store.ts';
import type { TokenClaims } from './tokens.ts';
import type { Traces } from './traces/traces.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Structured log lines. Never given anything that a person typed or that a card says. */
export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

/** What is counted, for whatever collects it. Labels have few values: no ids, no addresses. */
export interface Metrics {
  readonly request: (method: string, route: string, status: number, seconds: number) => void;
  readonly ocrCall: (upstream: string, outcome: string, charge: string, seconds: number) => void;
  readonly breaker: (upstream: string, open: boolean) => void;
}

/** Someone who is told of events, at least once each and in any order. What it throws is tried again later. */
export interface EventListener {
  /** Stands in the queue: never changed, without a colon. */
  readonly name: string;
  readonly tell: (event: EventRow) => Promise<void>;
}

/** What of the settings the app itself needs. */
export interface EdgeSettings {
  readonly publicUrl: string;
  readonly allowManual: boolean;
  readonly retentionDays: number;
  readonly limits: Limits;
  readonly ocrTiming?: OcrTiming;
  /** Tries of work before somebody whom nobody knows gets a session; 0 or missing: none. */
  readonly proofOfWork?: number;
  /** WEBHOOK_ALLOW_PRIVATE: webhooks may go to http and private addresses. */
  readonly webhookAllowPrivate?: boolean;
  /** Of the console; without them, its defaults. */
  readonly agents?: AgentSettings;
}

/** All that `createEdge` is made of; a composition root hands it in. */
export interface EdgeDeps {
  /** The one that reads, then what reads if it fails. */
  readonly upstreams: readonly [Upstream, ...Upstream[]];
  readonly countries: readonly CountryEntry[];
  /** Who reads some of the images as well, to be compared; for nothing. */
  readonly shadow?: ShadowSettings;
  readonly store: Store;
  readonly images: ImageStore;
  readonly keys: Keyring;
  /** SHA-256 in lower-case hexadecimal, where the runtime has a shorter way than WebCrypto. */
  readonly digest?: (bytes: Bytes) => string;
  readonly clock: Clock;
  readonly settings: EdgeSettings;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Where there are none, nothing is traced. */
  readonly traces?: Traces;
  /** Who is told of events; `runDue` calls them. */
  readonly listeners?: readonly EventListener[];
  /** Sends invitations to agents; without it, admins hand their links over. */
  readonly mailer?: {
    readonly send: (mail: {
      readonly id: string;
      readonly to: string;
      readonly locale: Locale;
      readonly subject: string;
      readonly text: string;
    }) => Promise<'sent' | 'refused'>;
  };
  /** Whether readings can be served (the engine is warm). */
  readonly ready: () => boolean | Promise<boolean>;
  /** The address a request comes from, as far as it can be believed; null where it is not known. */
  readonly addressOf?: (request: Request, env: unknown) => string | null;
  /** Origins whose pages may frame `/embed` for this request (a partner's client); none where it is missing. */
  readonly frameAncestorsOf?: (request: Request) => readonly string[] | Promise<readonly string[]>;
  /** Sends a webhook, and follows no redirect. Node's refuses addresses that are not public after DNS. */
  readonly webhookFetch?: (
    url: string,
    init: { headers: Record<string, string>; body: string; signal: AbortSignal },
  ) => Promise<{ status: number }>;
  /** Files of the web app; null where there is none for this path. */
  readonly web?: (request: Request) => Promise<Response | null>;
}

/** Who reads the images of this deployment, as the notice says it. */
export const readerOf = ({ upstreams: [first] }: EdgeDeps): ReaderInfo => ({
  kind: first.kind,
  operator: first.operator,
});

/** What middleware leaves for the routes. */
export interface EdgeEnv {
  Variables: {
    requestId: string;
    session: SessionRow;
    claims: TokenClaims;
    /** Who bears the secret key of this request. */
    partner: KeyHolder;
    /** Whose limits a request counts under; set by whatever has recognised a partner. */
    partnerId?: string | null;
  };
}
