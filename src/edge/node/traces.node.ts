import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { ExportResultCode, parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Log } from '../deps.ts';
import type { Span, Traces } from '../traces/traces.ts';

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

/** The last spans get this long to be sent, ms. */
const CLOSE_MS = 3000;

export interface NodeTraces extends Traces {
  /** Sends what has not been sent. */
  readonly close: () => Promise<void>;
}

interface Options {
  /** OTEL_EXPORTER_OTLP_ENDPOINT: traces go to `/v1/traces` below it. */
  readonly endpoint: string;
  readonly log: Log;
  /** Whether the `traceparent` of a request is to be believed. */
  readonly trusts: (env: unknown) => boolean;
}

/** Nobody but the log would say that the collector is not there. */
const watched = (exporter: SpanExporter, log: Log): SpanExporter => ({
  export: (spans, done) =>
    exporter.export(spans, (result) => {
      if (result.code !== ExportResultCode.SUCCESS)
        log.error({ spans: spans.length }, 'traces were not sent');
      done(result);
    }),
  shutdown: () => exporter.shutdown(),
});

const handleOf = (span: OtelSpan): Span => ({
  set: (attributes) => void span.setAttributes(attributes),
  rename: (name) => void span.updateName(name),
  fail: () => void span.setStatus({ code: SpanStatusCode.ERROR }),
});

/**
 * Traces by OpenTelemetry, sent as OTLP over HTTP. Sampling, headers, batches and the service's name are the
 * `OTEL_*` variables of its specification. The provider is no global one: a library that finds one there would
 * trace by itself, and nobody here knows what it writes into its spans.
 */
export function otlpTraces({ endpoint, log, trusts }: Options): NodeTraces {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'kenal' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const exporter = watched(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }), log);
  const provider = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracer = provider.getTracer('kenal');
  const current = new AsyncLocalStorage<Context>();
  const contextOf = () => {
    const context = current.getStore();
    return context && trace.getSpanContext(context);
  };

  const parentOf = (from: { request: Request; env: unknown } | undefined): Context => {
    const header = from && trusts(from.env) ? from.request.headers.get('traceparent') : null;
    const remote = header === null ? null : parseTraceParent(header);
    if (remote) return trace.setSpanContext(ROOT_CONTEXT, { ...remote, isRemote: true });
    return current.getStore() ?? ROOT_CONTEXT;
  };

  return {
    span: async (name, { attributes = {}, kind, from }, work) => {
      const parent = parentOf(from);
      const otel = tracer.startSpan(
        name,
        { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, attributes },
        parent,
      );
      try {
        return await current.run(trace.setSpan(parent, otel), () => work(handleOf(otel)));
      } catch (error) {
        // A message may quote what it choked on.
        otel.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
        otel.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        otel.end();
      }
    },
    traceId: () => contextOf()?.traceId ?? null,
    headers: () => {
      const context = contextOf();
      if (!context) return {};
      const flags = context.traceFlags.toString(16).padStart(2, '0');
      return { traceparent: `00-${context.traceId}-${context.spanId}-${flags}` };
    },
    close: async () => {
      // What failed is in the log already, and a collector that is not there must not hold up the end.
      const given = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([provider.shutdown().catch(() => {}), given]);
    },
  };
}
