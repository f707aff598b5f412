export { type CardOptions, drawCard, negative } from './draw/index.ts';
export {
  capture,
  encodeJpeg,
  type PhotographOptions,
  photograph,
  type RawPhoto,
} from './photograph/index.ts';
export type { Background, Shot } from './photograph/shot.ts';
export { createRandom, type Random } from './random.ts';
export type {
  Card,
  CardCountry,
  CardKind,
  Level,
  MyPrinted,
  OtherKind,
  Photo,
  PkPrinted,
  Truth,
} from './types.ts';
export { FPS, film, type Phase, type PhaseMark, SCENARIO, type Video } from './video.ts';
