import libheif from 'libheif-js/libheif-wasm/libheif.js';
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { dispose, newCanvas, type Picture } from '../core/photo/canvas.ts';
import { PhotoError } from '../core/photo/errors.ts';

/** The part of libheif's interface that is used; the package's own types name none of it. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(target: ImageData, done: (filled: ImageData | null) => void): void;
  free(): void;
}
interface Heif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

/** Most pixels of a HEIC photo: iPhones make 48 million, which are 192 MB here besides libheif's own. */
const MAX_PIXELS = 50_000_000;

let loading: Promise<Heif> | null = null;

/** Fetches libheif's wasm (1.4 MB) once; a failed fetch may be tried again. */
async function load(): Promise<Heif> {
  const reply = await fetch(wasmUrl);
  if (!reply.ok) throw new PhotoError('offline', new Error(`libheif: ${reply.status}`));
  return libheif({ wasmBinary: await reply.arrayBuffer() }) as unknown as Heif;
}

/**
 * Decodes the main picture of a HEIC file, upright: libheif applies the file's own rotation. Runs where it is
 * called, which is the capture worker, and needs `'wasm-unsafe-eval'` in the page's policy. Throws PhotoError.
 */
export async function decodeHeic(file: Blob): Promise<Picture> {
  loading ??= load().catch((cause) => {
    loading = null;
    throw cause instanceof PhotoError ? cause : new PhotoError('unsupported-here', cause);
  });
  const heif = await loading;
  const images = new heif.HeifDecoder().decode(new Uint8Array(await file.arrayBuffer()));
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (image === undefined) throw new PhotoError('damaged');
  const [width, height] = [image.get_width(), image.get_height()];
  try {
    if (width * height > MAX_PIXELS) throw new PhotoError('too-many-pixels');
    const pixels = await new Promise<ImageData>((resolve, reject) => {
      image.display(new ImageData(width, height), (filled) =>
        filled === null ? reject(new PhotoError('damaged')) : resolve(filled),
      );
    });
    const { canvas, context } = newCanvas(width, height);
    context.putImageData(pixels, 0, 0);
    return { source: canvas, width, height, close: () => dispose(canvas) };
  } finally {
    for (const one of images) one.free();
  }
}
