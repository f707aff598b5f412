import { type Bytes, utf8 } from '../crypto/bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ESCAPED = [...ALPHABET].map((char) => utf8(encodeURIComponent(char)));
const PAD = utf8(encodeURIComponent('='));

/**
 * What 12 bits, two characters, become: 2 to 6 bytes. The first four lie in FIRST, the others in the lower half of
 * REST and their number in its upper half, so that all six are stored whatever they are and the next ones written
 * over those that were none: no branch that depends on the image, a third of the time of one that does.
 */
const FIRST = new Uint32Array(4096);
const REST = new Uint32Array(4096);
for (let bits = 0; bits < 4096; bits++) {
  const bytes = [...ESCAPED[bits >> 6]!, ...ESCAPED[bits & 63]!];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes;
  FIRST[bits] = a | (b << 8) | (c << 16) | (d << 24);
  REST[bits] = e | (f << 8) | (bytes.length << 16);
}

/** Bytes of an image between two looks at the room that is left: none of them can become more than four. */
const BLOCK = 3 * 1024;
const WORST = 4;
/** Of random bytes 2 in 64 characters are escaped, which makes 17/12; photos come within a few bytes of it. */
const USUAL = 1.45;

/** Forms of usual photos find room in it; a larger one is not kept. */
const KEPT_BYTES = 320 * 1024;
const MAX_KEPT = 8;
const kept: Bytes[] = [];

/** The body of one reading. */
export interface ReadingForm {
  readonly bytes: Bytes;
  /**
   * Gives the memory to the next form: only after the whole body was sent and nothing looks at `bytes` any more. To
   * leave it out wastes time alone: 200 KB of new memory cost as much as all else in here.
   */
  readonly release: () => void;
}

/**
 * The body of a reading, `application/x-www-form-urlencoded`: `img` is the image in standard base64, its `+`,
 * `/` and `=` escaped. Written straight into one array, without a string between.
 */
export function readingForm(image: Uint8Array, details: boolean): ReadingForm {
  const head = utf8(details ? 'details=true&img=' : 'img=');
  const usual = head.length + Math.ceil(image.length * USUAL) + BLOCK * WORST;
  let out: Bytes = (usual <= KEPT_BYTES && kept.pop()) || new Uint8Array(Math.max(usual, KEPT_BYTES));
  let view = new DataView(out.buffer);
  out.set(head);
  let to = head.length;
  const whole = image.length - (image.length % 3);
  for (let from = 0; from < whole; from += BLOCK) {
    if (to + BLOCK * WORST + 16 > out.length) {
      const larger: Bytes = new Uint8Array(to + (image.length - from) * WORST + 16);
      larger.set(out.subarray(0, to));
      out = larger;
      view = new DataView(out.buffer);
    }
    const end = Math.min(from + BLOCK, whole);
    for (let i = from; i < end; i += 3) {
      const bits = (image[i]! << 16) | (image[i + 1]! << 8) | image[i + 2]!;
      const [one, two] = [bits >> 12, bits & 4095];
      const rest = REST[one]!;
      view.setUint32(to, FIRST[one]!, true);
      view.setUint16(to + 4, rest, true);
      to += rest >> 16;
      const last = REST[two]!;
      view.setUint32(to, FIRST[two]!, true);
      view.setUint16(to + 4, last, true);
      to += last >> 16;
    }
  }
  const put = (bytes: Bytes) => {
    out.set(bytes, to);
    to += bytes.length;
  };
  const left = image.length - whole;
  if (left > 0) {
    const bits = (image[whole]! << 16) | ((image[whole + 1] ?? 0) << 8);
    put(ESCAPED[bits >> 18]!);
    put(ESCAPED[(bits >> 12) & 63]!);
    put(left === 2 ? ESCAPED[(bits >> 6) & 63]! : PAD);
    put(PAD);
  }
  let released = false;
  return {
    bytes: out.subarray(0, to),
    release: () => {
      // Twice would give one array to two forms: one person's photo in another's request.
      if (!released && out.length === KEPT_BYTES && kept.length < MAX_KEPT) kept.push(out);
      released = true;
    },
  };
}
