import sharp, { type Sharp } from 'sharp';
import { writeBmp } from './bmp-files.ts';

/** A small seeded source of randomness (mulberry32), 0..1. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BITS = [1, 4, 8, 16, 24, 32] as const;

/** Every kind of file that is sent to an image endpoint sooner or later, small, made from one photo. */
export async function wildFiles(photo: Uint8Array): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const small = () => sharp(photo).resize(320);
  const add = async (name: string, image: Sharp) => files.set(name, await image.toBuffer());
  await add('jpeg', small().jpeg());
  await add('progressive', small().jpeg({ progressive: true }));
  await add('cmyk', small().toColourspace('cmyk').jpeg());
  await add('grey', small().greyscale().jpeg());
  await add('png', small().png());
  await add('png-interlaced', small().png({ progressive: true }));
  await add('png-16', small().toColourspace('rgb16').png());
  await add('png-palette', small().png({ palette: true, colours: 16 }));
  await add('png-alpha', small().ensureAlpha(0.4).png());
  await add('png-1x1', blank(1, 1).png());
  await add('png-20000x1', blank(20_000, 1).png());
  await add('jpeg-1x20000', blank(1, 20_000).jpeg());
  await add('webp', small().webp());
  await add('gif', small().gif());
  await add('tiff', small().tiff());
  for (let orientation = 1; orientation <= 8; orientation++) {
    await add(`exif-${orientation}`, small().withMetadata({ orientation }).jpeg());
  }
  for (const bits of BITS) {
    for (const topDown of [false, true]) files.set(`bmp-${bits}-${topDown}`, bmp(bits, { topDown }));
    if (bits === 4 || bits === 8) files.set(`bmp-${bits}-rle`, bmp(bits, { rle: true }));
    if (bits <= 8 || bits === 24) files.set(`bmp-${bits}-core`, bmp(bits, { core: true }));
  }
  files.set('png-30000x30000', hugePng(30_000, 30_000));
  files.set('png-huge', hugePng(0x7fffffff, 0x7fffffff));
  files.set('bmp-huge', hugeBmp(100_000, 100_000));
  files.set('empty-jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9));
  files.set(
    'svg',
    new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  );
  return files;
}

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8899aa' } });

const bmp = (bits: (typeof BITS)[number], kind: object): Uint8Array =>
  writeBmp({
    width: 160,
    height: 100,
    bits,
    pixel: (x, y) => (bits <= 8 ? (x + y) % (1 << bits) : x * y * 257),
    ...kind,
  });

/** A PNG whose header promises many pixels, and whose data is a few bytes. */
function hugePng(width: number, height: number): Uint8Array {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function hugeBmp(width: number, height: number): Uint8Array {
  const file = bmp(8, { rle: true });
  const view = new DataView(file.buffer);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  return file;
}

/** CRC-32 as PNG chunks carry it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A file with some of what happens to files: cut off, bytes changed, a stretch zeroed, doubled or dropped. */
export function mutate(file: Uint8Array, random: () => number): Uint8Array {
  let bytes = Uint8Array.from(file);
  const at = () => Math.floor(random() * bytes.length);
  const times = Math.floor(random() * 4);
  for (let i = 0; i < times; i++) {
    const kind = Math.floor(random() * 5);
    const from = at();
    const to = Math.min(bytes.length, from + 1 + Math.floor(random() * 64));
    if (kind === 0) bytes = bytes.slice(0, Math.max(4, from));
    else if (kind === 1)
      bytes[random() < 0.5 ? at() : Math.floor(random() * Math.min(64, bytes.length))] = random() * 256;
    else if (kind === 2) bytes.fill(0, from, to);
    else if (kind === 3) bytes = Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)]);
    else bytes = Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)]);
    if (bytes.length === 0) bytes = Uint8Array.of(0);
  }
  return bytes;
}
