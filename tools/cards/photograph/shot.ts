export const BACKGROUNDS = [
  'wood',
  'cloth',
  'keyboard',
  'clutter',
  'hand',
  'stone',
  'plain',
  'pattern',
  'newsprint',
] as const;
export type Background = (typeof BACKGROUNDS)[number] | 'white' | 'screen';

/** How one photo is taken. Lengths in px of the photo, angles in degrees. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  /** Width of the card at its centre; reduced where the frame is too small for it. */
  readonly cardWidth: number;
  readonly rotation: number;
  readonly tilt: number;
  readonly tiltAxis: number;
  /** Where the card's bounds stand in the free room, 0 left or top, 1 right or bottom. */
  readonly offsetX: number;
  readonly offsetY: number;
  /** Moves the card after it was placed. */
  readonly shiftX: number;
  readonly shiftY: number;
  /** Leaves the card out: the place alone. */
  readonly empty: boolean;
  /** Share of the card's width or height that the frame cuts off, 0–0.05. */
  readonly crop: number;
  readonly background: Background;
  readonly medium: 'original' | 'photocopy' | 'screen';
  /** Standard deviation of the defocus. */
  readonly defocus: number;
  readonly motion: number;
  readonly motionAngle: number;
  /** 1 = well exposed. */
  readonly exposure: number;
  /** −1 cold … 1 warm light. */
  readonly warmth: number;
  readonly contrast: number;
  /** Standard deviation of the sensor noise at mid grey, of 255. */
  readonly noise: number;
  /** Number of glare ellipses, and their peak (1 = white). */
  readonly glare: number;
  readonly glarePeak: number;
  /** How much a shadow takes away, 0 none … 1 all, and the width of its edge. */
  readonly shadow: number;
  readonly shadowEdge: number;
  /** Where a thumb holds the card; it covers no field. */
  readonly grip: 'none' | 'left' | 'right' | 'top';
  /** How much a transparent sleeve shows, 0 none … 1. */
  readonly sleeve: number;
  /** Scratches and wear on the card, 0 none … 1. */
  readonly wear: number;
  /** Colourfulness, 1 = true. */
  readonly saturation: number;
  /** Whether the camera smeared its noise away. */
  readonly denoise: boolean;
  /** How much the camera sharpened, 0 none … 1. */
  readonly sharpening: number;
  /** Loss of light from one side of the frame to the other. */
  readonly falloff: number;
  /** JPEG quality, and that of a second pass (0 = none), as messengers make. */
  readonly quality: number;
  readonly qualityAgain: number;
}

/** A photo with nothing wrong: upright on a plain desk. Single distortions start from here. */
export const CLEAN: Shot = {
  width: 1600,
  height: 1200,
  cardWidth: 1200,
  rotation: 0,
  tilt: 0,
  tiltAxis: 0,
  offsetX: 0.5,
  offsetY: 0.5,
  shiftX: 0,
  shiftY: 0,
  empty: false,
  crop: 0,
  background: 'plain',
  medium: 'original',
  defocus: 0,
  motion: 0,
  motionAngle: 0,
  exposure: 1,
  warmth: 0,
  contrast: 1,
  noise: 0,
  glare: 0,
  glarePeak: 0.8,
  shadow: 0,
  shadowEdge: 60,
  grip: 'none',
  sleeve: 0,
  wear: 0,
  saturation: 1,
  denoise: false,
  sharpening: 0,
  falloff: 0,
  quality: 92,
  qualityAgain: 0,
};
