import { type Bytes, utf8 } from '../crypto/bytes.ts';

const BASE64 = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PLUS = 62;
const SLASH = 63;
const [PERCENT, TWO, B, F, THREE, D] = utf8('%2BF3D') as unknown as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * The body of a reading, `application/x-www-form-urlencoded`: `img` is the image in standard base64, its `+`,
 * `/` and `=` escaped. Written straight into one array, without a string between.
 */
export function readingForm(image: Uint8Array, details: boolean): Bytes {
  const head = utf8(details ? 'details=true&img=' : 'img=');
  // Every character could need escaping; in a photo about 1 in 32 does.
  const out = new Uint8Array(head.length + Math.ceil(image.length / 3) * 12);
  out.set(head);
  let to = head.length;
  const put = (six: number) => {
    if (six < PLUS) out[to++] = BASE64[six]!;
    else {
      out[to++] = PERCENT;
      out[to++] = TWO;
      out[to++] = six === SLASH ? F : B;
    }
  };
  const whole = image.length - (image.length % 3);
  for (let i = 0; i < whole; i += 3) {
    const bits = (image[i]! << 16) | (image[i + 1]! << 8) | image[i + 2]!;
    put(bits >> 18);
    put((bits >> 12) & 63);
    put((bits >> 6) & 63);
    put(bits & 63);
  }
  const left = image.length - whole;
  if (left > 0) {
    const bits = (image[whole]! << 16) | ((image[whole + 1] ?? 0) << 8);
    put(bits >> 18);
    put((bits >> 12) & 63);
    if (left === 2) put((bits >> 6) & 63);
    for (let pad = left; pad < 3; pad++) {
      out[to++] = PERCENT;
      out[to++] = THREE;
      out[to++] = D;
    }
  }
  return out.subarray(0, to);
}
