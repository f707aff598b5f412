export { createEngine, type Engine, type OcrReply } from './engine.ts';
export { createOcrApi } from './http/api.ts';
export { createUsageCounter } from './http/usage.ts';
