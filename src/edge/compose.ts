import { COUNTRIES } from '#src/countries/registry.gen.ts';
import { type EdgeDeps, systemClock } from './deps.ts';
import { type Limits, limitsFor } from './limits/limits.ts';
import { noticeListeners } from './notices/listeners.ts';
import type { Mailer } from './notices/mail.ts';
import type { Upstream } from './ocr/upstream.ts';
import type { Settings } from './settings.ts';
import { tracedLog, tracedStore } from './traces/traces.ts';

/** What each runtime makes in its own way. */
type RuntimeParts = Pick<
  EdgeDeps,
  | 'upstreams'
  | 'shadow'
  | 'store'
  | 'images'
  | 'keys'
  | 'digest'
  | 'log'
  | 'metrics'
  | 'traces'
  | 'ready'
  | 'addressOf'
  | 'web'
  | 'webhookFetch'
> & {
  /** Null: no mail is sent. */
  readonly mailer: Mailer | null;
  /** Others than the settings say. */
  readonly limits?: Limits | undefined;
};

/** All that the edge is made of: what the runtime brings, and what is the same on each. */
export function composeDeps(settings: Settings, { mailer, limits, ...parts }: RuntimeParts): EdgeDeps {
  const { publicUrl, allowManual, retentionDays, rateLimit, notify, webhookAllowPrivate, proofOfWork } =
    settings;
  const { traces, keys } = parts;
  const [store, log] = traces
    ? [tracedStore(parts.store, traces), tracedLog(parts.log, traces)]
    : [parts.store, parts.log];
  const clock = systemClock;
  return {
    ...parts,
    store,
    log,
    countries: COUNTRIES,
    clock,
    settings: {
      publicUrl,
      allowManual,
      retentionDays,
      limits: limits ?? limitsFor(rateLimit),
      webhookAllowPrivate,
      proofOfWork,
      agents: settings.agents,
    },
    ...(mailer && { mailer }),
    listeners: noticeListeners({ store, keys, clock, log }, { publicUrl, mailer, notify }),
  };
}

/** The hosted OCR API of the settings. */
export const hostedUpstream = ({ url, key }: NonNullable<Settings['hosted']>): Upstream => ({
  name: new URL(url).host,
  kind: 'hosted',
  operator: new URL(url).hostname,
  details: false,
  base: url,
  apiKey: key,
  fetch: (request) => fetch(request),
});
