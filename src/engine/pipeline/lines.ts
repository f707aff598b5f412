import type { LineBox } from '#src/countries/reader-types.ts';
import { CARD_ASPECT } from '#src/imaging/index.ts';
import { type Blob, findBlobs } from './blobs.ts';
import type { TextMap } from './detect.ts';
import type { Placed } from './zones.ts';

/**
 * The detector is trained on text shrunk by DBNet's offset; growing it back by area · ratio / perimeter on each side
 * restores the line. DBNet uses 1.5–1.6; looser boxes read better here.
 */
const UNCLIP = 1.9;
/** Patches that are higher than long are no lines of these cards (single characters are about square). */
const MIN_ASPECT = 0.6;
/** Lines on a rectified card are level to some degrees; what leans more than this is an overprint. */
const MAX_SLOPE = 0.18;
/** Lines that share this much of their height stand on one row. */
const SAME_ROW = 0.6;
/** A line whose patch touches the zone's upper or lower edge over this share of its height was cut by it. */
const CUT_MARGIN = 1;
/** A line that comes this near to the zone's right edge, px, may go on beyond it. */
const EDGE_MARGIN = 3;

/** Text lines of every zone, as boxes in card shares, from top to bottom. */
export function findLines(sheets: readonly { map: TextMap; placed: readonly Placed[] }[]): LineBox[] {
  const lines: LineBox[] = [];
  for (const { map, place } of sheets.flatMap(({ map, placed }) => placed.map((place) => ({ map, place })))) {
    for (const blob of findBlobs(map, place.y, place.y + place.height, place.width)) {
      if (isLine(blob, place)) lines.push(toBox(blob, place));
    }
  }
  return flush(apart(lines)).sort((a, b) => a.top + a.bottom - b.top - b.bottom);
}

/** Boxes that begin with one another but for so much, line heights, are lines of one column. */
const FLUSH = 0.3;

/** Lines of a column begin together: where one begins later it has lost a part of its first letter, as of a J. */
export function flush(lines: readonly LineBox[]): LineBox[] {
  return lines.map((line) => {
    const near = (FLUSH * (line.bottom - line.top)) / CARD_ASPECT;
    const lefts = lines.map(({ left }) => left).filter((left) => left > line.left - near);
    return { ...line, left: Math.min(...lefts) };
  });
}

/** Boxes of one row grow into each other's letters when they are near: such a gap is halved. */
function apart(lines: readonly LineBox[]): LineBox[] {
  return lines.map((line) => {
    let { left, right } = line;
    for (const other of lines) {
      const shared = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
      if (other === line || shared < SAME_ROW * (line.bottom - line.top)) continue;
      // A patch inside another is a part of it, not a neighbour.
      const after = other.left > line.left && other.right > line.right;
      const before = other.left < line.left && other.right < line.right;
      if (after && other.left < right) right = (other.left + right) / 2;
      if (before && other.right > left) left = (other.right + left) / 2;
    }
    return { ...line, left, right };
  });
}

function isLine(blob: Blob, { y, height }: Placed): boolean {
  const cut = blob.top - y < CUT_MARGIN || y + height - blob.bottom < CUT_MARGIN;
  const aspect = (blob.right - blob.left) / blob.thickness;
  return !cut && aspect >= MIN_ASPECT && Math.abs(blob.slope) <= MAX_SLOPE;
}

function toBox(blob: Blob, { zone, y, width, height }: Placed): LineBox {
  const length = blob.right - blob.left;
  const grow = (blob.area * UNCLIP) / (2 * (length + blob.thickness));
  const middle = blob.middle + blob.slope * ((blob.left + blob.right) / 2 - blob.centre);
  const perX = (zone.right - zone.left) / width;
  const perY = (zone.bottom - zone.top) / height;
  const half = blob.thickness / 2 + grow;
  const right = zone.left + (blob.right + grow) * perX;
  return {
    left: zone.left + (blob.left - grow) * perX,
    right: blob.right + grow >= width - EDGE_MARGIN ? Math.max(right, zone.readOnTo ?? right) : right,
    top: zone.top + (middle - half - y) * perY,
    bottom: zone.top + (middle + half - y) * perY,
    slope: (blob.slope * perY) / perX,
    strength: blob.strength,
    ...(zone.squeeze === undefined ? {} : { squeeze: zone.squeeze }),
    ...(zone.readOnTo === undefined ? {} : { readOnTo: zone.readOnTo }),
  };
}
