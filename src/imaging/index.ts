export { findCard, findCards, LOOKS } from './find/find.ts';
export { trackCard } from './find/track.ts';
export type { CardFinding, Look } from './find/types.ts';
export {
  CARD_ASPECT,
  frameQuad,
  isConvex,
  type Point,
  type Quad,
  quadIoU,
  rotateCorners,
  scaleQuad,
  shareOutside,
} from './geometry.ts';
export {
  applyHomography,
  type Homography,
  homography,
  invert,
  mapQuad,
} from './homography.ts';
export { trackMotion } from './motion.ts';
export { estimatePose } from './pose.ts';
export { judge } from './quality/judge.ts';
export { readSigns } from './quality/signs.ts';
export type { CardBox, Quality } from './quality/types.ts';
export { downscale, type Raster, toGray } from './raster.ts';
export { rectify, warp, warpRegion } from './warp.ts';
