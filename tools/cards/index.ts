export { drawCard, negative } from './draw/index.ts';
export {
  capture,
  encodeJpeg,
  type PhotographOptions,
  photograph,
  type RawPhoto,
} from './photograph/index.ts';
export type { Card, Level, Truth } from './types.ts';
export { film, SCENARIO } from './video.ts';
