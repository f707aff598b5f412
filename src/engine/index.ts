export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EngineStats,
  type OcrReply,
  type ReadOptions,
} from './engine.ts';
export { createOcrApi, type OcrApiOptions, type UsageEvent } from './http/api.ts';
export { createUsageCounter, type UsageCount } from './http/usage.ts';
export { QueueFullError, WorkerFailedError } from './pool.ts';
