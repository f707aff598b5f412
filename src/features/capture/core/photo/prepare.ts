import { judge, type Quad, type Quality, scaleQuad } from '#src/imaging/index.ts';
import { dispose, drawPart, type Picture, rasterOf, wholeOf } from './canvas.ts';
import { type PhotoWarning, stopHopeless, warningsOf } from './check.ts';
import { admit, decodePhoto, uprightSize } from './decode.ts';
import { type Encoded, type EncodeJpeg, encodePart } from './encode.ts';
import { toPhotoError } from './errors.ts';
import { HEADER_BYTES, type PhotoHeader, readHeader } from './header.ts';
import { lookFor, type Outline } from './outline.ts';
import { CARD_WIDTH, cropFor, LOOSE_SIDE, MIN_CARD_WIDTH, type Rect } from './plan.ts';

/** Stations of the way, for a progress that says what happens. */
export type PrepareStep = 'opening' | 'finding' | 'checking' | 'compressing';

export interface PrepareOptions {
  /** The person says that this is a card although none was seen. */
  readonly sure: boolean;
  readonly encode: () => Promise<EncodeJpeg>;
  readonly onStep?: (step: PrepareStep) => void;
  readonly signal?: AbortSignal;
}

/** A photo ready for the upload, with what is known of it. */
export interface Prepared extends Omit<Encoded, 'quality'> {
  /** JPEG quality of the encoding, 0..1. */
  readonly jpegQuality: number;
  /** The card's corners in px of the encoded picture; null where it fills the picture or was not found. */
  readonly card: Quad | null;
  readonly quality: Quality;
  readonly warnings: readonly PhotoWarning[];
}

/** Long side, px, of the first decoding: a card over three quarters of it already has its 1,400 px. */
const FIRST_SIDE = 2_000;
/** Long side, px, of the largest decoding; larger canvases fail on iPhones (16.7 megapixels). */
const LARGEST_SIDE = 4_600;
/** Long side, px, at which the finished photo is judged. */
const JUDGE_SIDE = 1_280;

const sideLength = ([a, b]: Quad): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** Moves and scales a quad from the picture into a part of it drawn with another size. */
function intoPart(quad: Quad, part: Rect, width: number): Quad {
  const scale = width / part.width;
  return quad.map(([x, y]) => [(x - part.x) * scale, (y - part.y) * scale]) as unknown as Quad;
}

function judgePart(picture: Picture, part: Rect, quad: Quad | null): Quality {
  const scale = Math.min(1, JUDGE_SIDE / Math.max(part.width, part.height));
  const canvas = drawPart(picture, part, scale);
  const quality = judge(rasterOf(canvas), quad === null ? null : intoPart(quad, part, canvas.width));
  dispose(canvas);
  return { ...quality, cardWidth: quality.cardWidth / scale };
}

/**
 * Finds the card in a picture, judges it, crops to it with its margin and encodes. Closes the picture.
 * Throws PhotoError.
 */
export async function preparePicture(
  picture: Picture,
  options: PrepareOptions,
  known?: Outline,
): Promise<Prepared> {
  try {
    options.onStep?.('finding');
    const { finding, certainty } = known ?? lookFor(picture);
    options.signal?.throwIfAborted();
    options.onStep?.('checking');
    // A wrong outline would cut text away: what is not sure is sent as a whole.
    const card = certainty === 'sure' ? (finding?.quad ?? null) : null;
    const part = card === null ? wholeOf(picture) : cropFor(card, picture.width, picture.height);
    const quality = judgePart(picture, part, certainty === 'none' ? null : (finding?.quad ?? null));
    stopHopeless(quality, certainty, options.sure);
    options.onStep?.('compressing');
    const encode = await options.encode();
    const cardWidth = card === null ? null : sideLength(card);
    const encoded = await encodePart(picture, part, cardWidth, encode, options.signal);
    return {
      blob: encoded.blob,
      width: encoded.width,
      height: encoded.height,
      jpegQuality: encoded.quality,
      card: card === null ? null : intoPart(card, part, encoded.width),
      quality,
      warnings: warningsOf(finding, quality, certainty),
    };
  } catch (cause) {
    throw toPhotoError(cause);
  } finally {
    picture.close();
  }
}

/**
 * A chosen file, decoded small first and again larger only where the card is small in it: most phone photos
 * need a quarter of their pixels. Throws PhotoError.
 */
export async function prepareFile(file: Blob, options: PrepareOptions): Promise<Prepared> {
  try {
    options.onStep?.('opening');
    const header = readHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
    admit(header, file.size);
    const picture = await decodePhoto(file, header, FIRST_SIDE);
    options.signal?.throwIfAborted();
    options.onStep?.('finding');
    const look = lookFor(picture);
    const larger = sideWanted(look, picture, header);
    if (larger === null) return await preparePicture(picture, options, look);
    picture.close();
    const again = await decodePhoto(file, header, larger);
    return await preparePicture(again, options, enlarged(look, again.width / picture.width));
  } catch (cause) {
    throw toPhotoError(cause);
  }
}

const enlarged = ({ finding, certainty }: Outline, by: number): Outline => ({
  finding: finding === null ? null : { ...finding, quad: scaleQuad(finding.quad, by) },
  certainty,
});

/** Long side to decode at again so that the card gets its pixels, or null when that would gain nothing. */
function sideWanted(look: Outline, picture: Picture, header: PhotoHeader): number | null {
  const source = uprightSize(header);
  const available = Math.max(source.width, source.height);
  const have = Math.max(picture.width, picture.height);
  if (have >= available) return null;
  if (look.finding === null || look.certainty !== 'sure')
    return have < LOOSE_SIDE ? Math.min(available, LOOSE_SIDE) : null;
  const cardWidth = sideLength(look.finding.quad);
  if (cardWidth >= MIN_CARD_WIDTH) return null;
  return Math.min(available, LARGEST_SIDE, Math.ceil((have * CARD_WIDTH) / cardWidth));
}
