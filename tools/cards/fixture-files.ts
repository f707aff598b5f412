import sharp from 'sharp';
import { encodeBmp } from './bmp.ts';
import type { Fixture } from './fixture-list.ts';
import { capture, encodeJpeg, type RawPhoto, type Truth } from './index.ts';

/** One line of `fixtures/index.json`. */
export interface FixtureEntry {
  readonly file: string;
  readonly country: 'my' | 'pk' | null;
  readonly kind: string;
  readonly status: 'OK' | 'FAIL';
  /** The OK message, or the sentence of the failure. */
  readonly message: Truth['message'] | string;
  /** Size as displayed, px. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** Takes the photo of a fixture and encodes it. */
export async function makeFixture(
  fixture: Fixture,
): Promise<{ bytes: Uint8Array; truth: Truth; entry: FixtureEntry }> {
  const raw = await capture(fixture.card(), fixture.seed, fixture.options);
  const bytes = await encode(fixture, raw);
  const { truth } = raw;
  const ok = fixture.expect === 'OK';
  const entry: FixtureEntry = {
    file: `${fixture.name}.${fixture.format}`,
    country: truth.country,
    kind: truth.kind,
    status: ok ? 'OK' : 'FAIL',
    message: ok ? truth.message : fixture.expect,
    width: truth.width,
    height: truth.height,
    bytes: bytes.length,
  };
  return { bytes, truth, entry };
}

async function encode(fixture: Fixture, raw: RawPhoto): Promise<Uint8Array> {
  const { width, height, quality } = raw.shot;
  if (fixture.format === 'bmp') return encodeBmp(raw.rgb, width, height);
  const pixels = sharp(raw.rgb, { raw: { width, height, channels: 3 } });
  if (fixture.format === 'png') return pixels.png({ compressionLevel: 9 }).toBuffer();
  if (fixture.orientation !== 6) return encodeJpeg(raw);
  // Orientation 6 is shown turned by 90° clockwise, so it is stored turned the other way.
  return pixels.rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality }).toBuffer();
}
