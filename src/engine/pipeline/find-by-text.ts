import { CARD_ASPECT, downscale, type Point, type Quad, type Raster } from '#src/imaging/index.ts';
import { type Blob, findBlobs } from './blobs.ts';
import { textMap } from './detect.ts';
import type { Networks } from './networks.ts';

/** Long side of the photo in which text is looked for, px: letters of a card that fills half of it are 8 px. */
const SIDE = 960;
const MULTIPLE = 32;
/** Only patches this many times as long as thick tell which way the text runs. */
const MIN_ELONGATION = 2.5;
const MIN_LINES = 4;
/** Text covers the card but for these margins, as shares of the text's own extent. */
const MARGIN = 0.12;
/** Angles within this of the commonest one belong to the same text, radians. */
const SAME_ANGLE = 0.2;

/**
 * For a card whose edges cannot be seen (a photocopy, a card on its like): a quad of the card's proportions
 * around all text of the photo, turned as the text runs. It is a frame to read in, not yet the card's outline.
 * null where there is too little text.
 */
export async function frameText(networks: Networks, gray: Raster): Promise<Quad | null> {
  const level = await frameLevelText(networks, gray);
  if (level) return level;
  // The detector is blind to text that runs up or down: the same again with the photo on its side.
  const turned = await frameLevelText(networks, quarterTurn(gray));
  return turned && (turned.map(([x, y]) => [y, gray.height - x]) as unknown as Quad);
}

/** The photo turned clockwise by 90°: its left edge comes to the top. */
function quarterTurn({ data, width, height }: Raster): Raster {
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + (height - 1 - y)] = data[y * width + x]!;
  }
  return { data: out, width: height, height: width, channels: 1 };
}

async function frameLevelText(networks: Networks, gray: Raster): Promise<Quad | null> {
  const small = pad(downscale(gray, SIDE));
  const [map] = await networks('detect', [small.raster]);
  const blobs = findBlobs(textMap(map!, small.raster), 0, small.height, small.width).map(axis);
  const long = blobs.filter((blob) => blob.length >= MIN_ELONGATION * blob.thickness);
  const angle = commonAngle(long);
  if (angle === null) return null;
  const own = long.filter((blob) => turn(blob.angle, angle) < SAME_ANGLE);
  if (own.length < MIN_LINES) return null;
  const scale = gray.width / small.width;
  return around(own, angle).map(([x, y]) => [x * scale, y * scale]) as unknown as Quad;
}

function pad({ data, width, height }: Raster): { raster: Raster; width: number; height: number } {
  const w = Math.ceil(width / MULTIPLE) * MULTIPLE;
  const h = Math.ceil(height / MULTIPLE) * MULTIPLE;
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) {
    const from = Math.min(y, height - 1) * width;
    out.set(data.subarray(from, from + width), y * w);
    out.fill(data[from + width - 1]!, y * w + width, (y + 1) * w);
  }
  return { raster: { data: out, width: w, height: h, channels: 1 }, width, height };
}

interface Axis {
  readonly x: number;
  readonly y: number;
  /** Direction of the long axis, radians in (−π/2, π/2]. */
  readonly angle: number;
  readonly length: number;
  readonly thickness: number;
}

/** The patch's principal axis; a bar of length l has variance l² / 12 along it. */
function axis({ centre, middle, xx, yy, xy }: Blob): Axis {
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const side = (variance: number) => Math.sqrt(12 * Math.max(variance, 1 / 12));
  return { x: centre, y: middle, angle, length: side(mean + spread), thickness: side(mean - spread) };
}

/** Angle between two directions without sense, 0..π/2. */
function turn(a: number, b: number): number {
  const d = Math.abs(a - b) % Math.PI;
  return Math.min(d, Math.PI - d);
}

/** The direction that most text, by length, shares. */
function commonAngle(lines: readonly Axis[]): number | null {
  let best: { angle: number; weight: number } | null = null;
  for (const { angle } of lines) {
    const weight = lines.reduce(
      (sum, other) => sum + (turn(other.angle, angle) < SAME_ANGLE / 2 ? other.length : 0),
      0,
    );
    if (!best || weight > best.weight) best = { angle, weight };
  }
  return best?.angle ?? null;
}

function around(lines: readonly Axis[], angle: number): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = lines.flatMap(({ x, y, length }) => [
    x * cos + y * sin - length / 2,
    x * cos + y * sin + length / 2,
  ]);
  const across = lines.map(({ x, y }) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  const width = Math.max((right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN) * CARD_ASPECT);
  const height = width / CARD_ASPECT;
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const at = (a: number, b: number): Point => [a * cos - b * sin, a * sin + b * cos];
  return [
    at(u - width / 2, v - height / 2),
    at(u + width / 2, v - height / 2),
    at(u + width / 2, v + height / 2),
    at(u - width / 2, v + height / 2),
  ];
}
