export { findCard, findCards } from './find/find.ts';
export type { CardFinding, FindOptions, SideSupport } from './find/types.ts';
export {
  CARD_ASPECT,
  CORNER_RADIUS,
  frameQuad,
  isConvex,
  type Point,
  type Quad,
  quadIoU,
  rotateCorners,
  scaleQuad,
  shareOutside,
  signedArea,
} from './geometry.ts';
export {
  applyHomography,
  compose,
  type Homography,
  homography,
  invert,
  mapQuad,
} from './homography.ts';
export { trackMotion } from './motion.ts';
export { estimatePose, type Pose } from './pose.ts';
export { JUDGED_WIDTH, judge } from './quality/judge.ts';
export { readSigns } from './quality/signs.ts';
export type { CardBox, Quality, Signs } from './quality/types.ts';
export { downscale, type Raster, toGray } from './raster.ts';
export { type Region, rectify, regionQuad, warp, warpRegion } from './warp.ts';
