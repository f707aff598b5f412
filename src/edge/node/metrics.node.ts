import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isCharged, type OcrStatus } from '#src/contract/index.ts';
import type { Metrics } from '../deps.ts';

/** Around the targets: 3 ms of our own time, 15 at worst, readings within 2 s. Seconds. */
const BUCKETS = [0.003, 0.008, 0.015, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25];

export interface NodeMetrics extends Metrics {
  /** The exposition text, with what the engine's queue says just now. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Answers of the OCR API by key and status. */
export type KeyUsage = Readonly<Record<string, { readonly byStatus: Readonly<Record<string, number>> }>>;

/** What is due and not done yet, and for how long the oldest of it has waited. */
export interface DueWaiting {
  readonly rows: number;
  readonly seconds: number;
}

/** Metrics in Prometheus' format. `queue`, `usage` and `due` are asked at each scrape. */
export function nodeMetrics(
  queue: () => { running: number; waiting: number } | null,
  usage: () => KeyUsage = () => ({}),
  due: () => Promise<DueWaiting> = async () => ({ rows: 0, seconds: 0 }),
): NodeMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'kenal_request_seconds',
    help: 'Requests to the API, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const calls = new Histogram({
    name: 'kenal_ocr_call_seconds',
    help: 'Calls to OCR upstreams, by outcome',
    labelNames: ['upstream', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const charges = new Counter({
    name: 'kenal_ocr_calls_total',
    help: 'Calls to OCR upstreams, by what they cost',
    labelNames: ['upstream', 'charge'],
    registers,
  });
  const breakers = new Gauge({
    name: 'kenal_ocr_breaker_open',
    help: '1 while an upstream is not called because it failed too often',
    labelNames: ['upstream'],
    registers,
  });
  new Gauge({
    name: 'kenal_engine_readings',
    help: 'Readings in the embedded engine',
    labelNames: ['state'],
    registers,
    collect() {
      const { running, waiting } = queue() ?? { running: 0, waiting: 0 };
      this.set({ state: 'running' }, running);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  const oldest = new Gauge({
    name: 'kenal_due_oldest_seconds',
    help: 'How long the oldest work that is due has waited',
    registers,
  });
  new Gauge({
    name: 'kenal_due_rows',
    help: 'Work that is due: webhooks, notices, erasures, anchors',
    registers,
    async collect() {
      // A database that is away must not take the other figures along.
      const { rows, seconds } = await due().catch(() => ({ rows: Number.NaN, seconds: Number.NaN }));
      this.set(rows);
      oldest.set(seconds);
    },
  });
  new Counter({
    name: 'kenal_ocr_api_answers_total',
    help: 'Answers of the OCR API that is served here, by the key that asked (its fingerprint) and status',
    labelNames: ['key', 'status', 'charged'],
    registers,
    collect() {
      this.reset();
      for (const [key, { byStatus }] of Object.entries(usage()))
        for (const [status, count] of Object.entries(byStatus))
          this.inc({ key, status, charged: String(isCharged(status as OcrStatus)) }, count);
    },
  });
  return {
    request: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    ocrCall: (upstream, outcome, charge, seconds) => {
      calls.observe({ upstream, outcome }, seconds);
      charges.inc({ upstream, charge });
    },
    breaker: (upstream, open) => breakers.set({ upstream }, open ? 1 : 0),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
