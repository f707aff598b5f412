import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What of OTLP's JSON is looked at: ExportTraceServiceRequest. */
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<CollectedSpan, 'attributes'> & {
        readonly attributes: readonly Attribute[];
      })[];
    }[];
  }[];
}
interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const record = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

export interface Collector {
  readonly url: string;
  readonly spans: CollectedSpan[];
  /** Attributes of the last sender. */
  readonly resource: () => Readonly<Record<string, unknown>>;
  /** Everything that was sent, headers too. */
  readonly raw: () => string;
  readonly close: () => void;
}

/** A receiver of OTLP over HTTP, as a collector is one. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  let raw = '';
  let resource: Readonly<Record<string, unknown>> = {};
  const server = createServer(async (incoming, outgoing) => {
    const body = (await buffer(incoming)).toString();
    raw += `${incoming.method} ${incoming.url} ${incoming.rawHeaders.join(' ')}\n${body}\n`;
    if (incoming.url !== '/v1/traces') return void outgoing.writeHead(404).end();
    for (const { resource: sender, scopeSpans } of (JSON.parse(body) as Export).resourceSpans) {
      resource = record(sender.attributes);
      for (const span of scopeSpans.flatMap((scope) => scope.spans))
        spans.push({ ...span, attributes: record(span.attributes) });
    }
    outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    resource: () => resource,
    raw: () => raw,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
