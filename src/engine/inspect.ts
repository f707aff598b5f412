import type { ImageWarning, OcrDetails } from '#src/contract/index.ts';
import { judge, type Quad, type Raster, readSigns } from '#src/imaging/index.ts';
import { namesEditor } from './edited.ts';

export interface Inspection {
  readonly quality: OcrDetails['quality'];
  readonly warnings: ImageWarning[];
  /** px of the given raster. */
  readonly cardWidth: number;
}

/** Under this sharpness (imaging's 0..1 scale) letters at 400 px card width run together. */
const BLURRED = 0.45;
/** A patch of glare of this share of the card can hide a line of text. */
const GLARE = 0.03;
const DARK = 0.25;
/** More of the card than this lies outside the photo. */
const CROPPED = 0.02;

/** Both cards are colourful: a copy keeps less spread of colour than this, a dim photo of a card more (imaging's tests). */
const COLOURLESS = 0.02;
/**
 * A screen's grid in raw pixels saturates imaging's scale. Of 963 photos of the tuning set 16 hard ones, where screens
 * are drawn, are above this, and one of 655 scans and good ones, where none is: fine print reaches .9.
 */
const GRID = 0.95;

/** What the photo is like, and warnings about it. A warning never refuses. */
export function inspect(file: Uint8Array, photo: Raster, quad: Quad): Inspection {
  const found = judge(photo, quad);
  const signs = readSigns(photo, quad);
  const warnings: ImageWarning[] = [];
  if (signs.chroma.spread < COLOURLESS) warnings.push('photocopy');
  if (signs.moire > GRID) warnings.push('screen');
  if (namesEditor(file)) warnings.push('edited');
  if (found.sharpness < BLURRED) warnings.push('blurred');
  if (found.glare.fraction > GLARE) warnings.push('glare');
  if (found.brightness < DARK) warnings.push('dark');
  if (found.cutOff > CROPPED) warnings.push('cropped');
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    quality: {
      sharpness: round(found.sharpness),
      glare: round(found.glare.fraction),
      brightness: round(found.brightness),
    },
    warnings,
    cardWidth: found.cardWidth,
  };
}
