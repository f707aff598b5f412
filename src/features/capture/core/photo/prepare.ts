import { type CardFinding, findCard, judge, type Quad, type Quality, scaleQuad } from '#src/imaging/index.ts';
import { dispose, drawPart, type Picture, rasterOf, wholeOf } from './canvas.ts';
import { PHOTO_LIMITS, type PhotoWarning, stopHopeless, warningsOf } from './check.ts';
import { admit, decodePhoto, uprightSize } from './decode.ts';
import { type Encoded, type EncodeJpeg, encodePart } from './encode.ts';
import { toPhotoError } from './errors.ts';
import { HEADER_BYTES, type PhotoHeader, readHeader } from './header.ts';
import { CARD_WIDTH, cropFor, FIND_SIDE, MIN_CARD_WIDTH, type Rect } from './plan.ts';

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

/** Looks for the card in a reduced copy; the quad comes back in px of `picture`. */
export function lookFor(picture: Picture): CardFinding | null {
  const scale = Math.min(1, FIND_SIDE / Math.max(picture.width, picture.height));
  const canvas = drawPart(picture, wholeOf(picture), scale);
  const found = findCard(rasterOf(canvas));
  const [sx, sy] = [picture.width / canvas.width, picture.height / canvas.height];
  dispose(canvas);
  return found === null ? null : { ...found, quad: scaleQuad(found.quad, sx, sy) };
}

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
  known?: CardFinding | null,
): Promise<Prepared> {
  try {
    options.onStep?.('finding');
    const finding = known === undefined ? lookFor(picture) : known;
    // A wrong outline would cut text away: what is not sure is judged and sent as a whole.
    const card = finding !== null && finding.score >= PHOTO_LIMITS.cropCard ? finding.quad : null;
    options.signal?.throwIfAborted();
    options.onStep?.('checking');
    const part = card === null ? wholeOf(picture) : cropFor(card, picture.width, picture.height);
    const quality = judgePart(picture, part, card);
    stopHopeless(finding, quality, options.sure);
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
      warnings: warningsOf(finding, quality),
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
    const finding = lookFor(picture);
    const larger = sideWanted(finding, picture, header);
    if (larger === null) return await preparePicture(picture, options, finding);
    picture.close();
    const again = await decodePhoto(file, header, larger);
    const grown = again.width / picture.width;
    const same = finding === null ? null : { ...finding, quad: scaleQuad(finding.quad, grown) };
    return await preparePicture(again, options, same);
  } catch (cause) {
    throw toPhotoError(cause);
  }
}

/** Long side to decode at again so that the card gets its pixels, or null when that would gain nothing. */
function sideWanted(finding: CardFinding | null, picture: Picture, header: PhotoHeader): number | null {
  const source = uprightSize(header);
  const available = Math.max(source.width, source.height);
  const have = Math.max(picture.width, picture.height);
  if (finding === null || have >= available) return null;
  const cardWidth = sideLength(finding.quad);
  if (cardWidth >= MIN_CARD_WIDTH) return null;
  return Math.min(available, LARGEST_SIDE, Math.ceil((have * CARD_WIDTH) / cardWidth));
}
