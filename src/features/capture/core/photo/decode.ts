import { type Picture, pictureOf } from './canvas.ts';
import { PhotoError, toPhotoError } from './errors.ts';
import type { PhotoHeader } from './header.ts';

/** Most bytes of a chosen file. Phone photos of 48 megapixels have 10–20 MB; more is not a photo of a card. */
const MAX_FILE_BYTES = 50_000_000;
/** Most pixels decoded: 108-megapixel phones exist; a PNG of 30,000 × 30,000 px is an attack or a mistake. */
const MAX_PIXELS = 120_000_000;

/** The part of WebCodecs' ImageDecoder that is used here; Chromium has it, others decode whole pictures. */
interface Decoder {
  decode(): Promise<{ image: VideoFrame }>;
  close(): void;
}
type DecoderClass = new (init: {
  data: ArrayBuffer;
  type: string;
  desiredWidth?: number;
  desiredHeight?: number;
}) => Decoder;
const decoderClass = (): DecoderClass | undefined =>
  (globalThis as { ImageDecoder?: DecoderClass }).ImageDecoder;

/** Stored size turned by the EXIF orientation (5–8 lie on their side). */
export function uprightSize(header: PhotoHeader): { width: number; height: number } {
  const { width, height, orientation } = header;
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** Throws where a header alone tells that decoding is pointless or dangerous. */
export function admit(header: PhotoHeader, bytes: number): void {
  if (bytes === 0) throw new PhotoError('empty');
  if (header.format === 'unknown') throw new PhotoError('not-an-image');
  if (header.format === 'video') throw new PhotoError('video');
  if (bytes > MAX_FILE_BYTES) throw new PhotoError('too-large');
  if (header.width * header.height > MAX_PIXELS) throw new PhotoError('too-many-pixels');
}

/**
 * A JPEG at one of the eighths that its transform gives for free: a 48-megapixel photo becomes 2,016 px wide
 * in a quarter of the time and a sixteenth of the memory. Null where the browser cannot, or ignores the
 * orientation (Chromium before 138 did).
 */
async function decodeJpegSmall(file: Blob, header: PhotoHeader, longSide: number): Promise<Picture | null> {
  const Decode = decoderClass();
  if (Decode === undefined || header.width === 0) return null;
  const eighths = Math.min(8, Math.ceil((8 * longSide) / Math.max(header.width, header.height)));
  const decoder = new Decode({
    data: await file.arrayBuffer(),
    type: 'image/jpeg',
    desiredWidth: Math.ceil((header.width * eighths) / 8),
    desiredHeight: Math.ceil((header.height * eighths) / 8),
  });
  try {
    const { image } = await decoder.decode();
    const upright = uprightSize(header);
    const { displayWidth: width, displayHeight: height } = image;
    const turned = (image as VideoFrame & { rotation?: number }).rotation !== undefined;
    if ((header.orientation !== 1 && !turned) || width > height !== upright.width > upright.height) {
      image.close();
      return null;
    }
    return { source: image, width, height, close: () => image.close() };
  } catch (cause) {
    throw toPhotoError(cause, 'damaged');
  } finally {
    decoder.close();
  }
}

/**
 * Any picture the browser itself reads, upright, its long side reduced to `longSide` px where the header told
 * the size. Only the width is given: an answer of the wrong shape shows a browser that turns after scaling.
 */
async function decodeNatively(file: Blob, header: PhotoHeader, longSide: number): Promise<Picture> {
  const { width, height } = uprightSize(header);
  const factor = longSide / Math.max(width, height);
  const reduce = width > 0 && factor < 1;
  try {
    if (reduce) {
      const resizeWidth = Math.max(1, Math.round(width * factor));
      const small = await createImageBitmap(file, { resizeWidth, resizeQuality: 'medium' });
      if (small.width > small.height === width > height) return pictureOf(small);
      small.close();
    }
    return pictureOf(await createImageBitmap(file));
  } catch (cause) {
    throw toPhotoError(cause, header.format === 'avif' ? 'unsupported-here' : 'damaged');
  }
}

/**
 * Decodes a photo upright with a long side of at least `longSide` px where it has that many, and not much
 * more where the decoder can help it. Throws PhotoError.
 */
export async function decodePhoto(file: Blob, header: PhotoHeader, longSide: number): Promise<Picture> {
  if (header.format === 'heic') {
    const native = await decodeNatively(file, header, longSide).catch(() => null);
    if (native !== null) return native;
    const { decodeHeic } = await import('../../decoders/heic.ts').catch(offline);
    return decodeHeic(file);
  }
  if (header.format === 'pdf') {
    const { decodePdf } = await import('../../decoders/pdf.ts').catch(offline);
    return decodePdf(file, longSide);
  }
  if (header.format === 'jpeg') {
    const small = await decodeJpegSmall(file, header, longSide);
    if (small !== null) return small;
  }
  return decodeNatively(file, header, longSide);
}

/** A decoder that cannot be fetched: the files are ours, so the connection is what is missing. */
const offline = (cause: unknown): never => {
  throw new PhotoError('offline', cause);
};
