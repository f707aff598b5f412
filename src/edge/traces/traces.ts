import type { Log } from '../deps.ts';
import type { Store } from '../stores/store.ts';

/** Few values each, as with metrics: never an address, a path as it came, a query or a field's value. */
type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface Span {
  readonly set: (attributes: SpanAttributes) => void;
  readonly rename: (name: string) => void;
  /** It ended badly, although nothing was thrown. */
  readonly fail: () => void;
}

interface SpanOptions {
  readonly attributes?: SpanAttributes;
  /** Who has the other end of it. */
  readonly kind?: 'server' | 'client';
  /** The caller's trace goes on, if it is one to be believed. */
  readonly from?: { readonly request: Request; readonly env: unknown };
}

/** What a request or a piece of work does and how long each part takes, for whatever collects it. */
export interface Traces {
  /** Does work in a span below the one that it is called in. An error is noted by its name alone, and thrown on. */
  readonly span: <T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>) => Promise<T>;
  /** Id of the trace that this is called in; null outside. */
  readonly traceId: () => string | null;
  /** W3C `traceparent` of the span that this is called in, for a service of ours; none outside. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/** Does work in a span where there are traces, and otherwise just does it. */
export const inSpan = <T>(
  traces: Traces | undefined,
  name: string,
  options: SpanOptions,
  work: (span: Span | null) => Promise<T>,
): Promise<T> => (traces ? traces.span(name, options, work) : work(null));

/** The same log, each line with the trace that it belongs to. */
export function tracedLog(log: Log, traces: Traces): Log {
  const traced = (fields: Readonly<Record<string, unknown>>) => {
    const trace = traces.traceId();
    return trace === null ? fields : { ...fields, trace };
  };
  return {
    info: (fields, message) => log.info(traced(fields), message),
    error: (fields, message) => log.error(traced(fields), message),
  };
}

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * The same store, each method (one transaction) a span by its name, such as `store applications.submit`. What is
 * called outside of any trace, like the look for what is due, has none: it would be a trace of its own every time.
 */
export function tracedStore(store: Store, traces: Traces): Store {
  const traced = (name: string, method: Method): Method =>
    function (this: unknown, ...args) {
      const work = () => method.apply(this, args);
      return traces.traceId() === null ? work() : traces.span(`store ${name}`, {}, work);
    };
  const parts = Object.entries(store).map(([part, value]: [string, unknown]) => {
    if (typeof value === 'function' || part === 'database') return [part, value];
    const methods = Object.entries(value as Record<string, Method>);
    return [part, Object.fromEntries(methods.map(([name, it]) => [name, traced(`${part}.${name}`, it)]))];
  });
  return Object.fromEntries(parts) as Store;
}
