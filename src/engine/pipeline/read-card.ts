import type { CardReader, CardReading, LineBox, TextLine, Zone } from '#src/countries/reader-types.ts';
import { frameQuad, homography, type Quad, type Raster, rotateCorners, toGray } from '#src/imaging/index.ts';
import { textMap } from './detect.ts';
import { findCandidates } from './find.ts';
import { frameText } from './find-by-text.ts';
import { findLines } from './lines.ts';
import { divided, firstLooks, type Look, linesOf, otherLooks, type Place, secondLooks } from './looks.ts';
import type { Networks } from './networks.ts';
import { orientations } from './orient.ts';
import { offset, reseat } from './reseat.ts';
import { packZones } from './zones.ts';

/** A reading with the outline that it was read in. */
export interface CardResult {
  readonly quad: Quad;
  readonly score: number;
  readonly reading: CardReading;
  readonly lines: readonly TextLine[];
  /** What another look alone makes of each of some lines; all the others as they were. */
  readonly lookAgain: (some: readonly number[]) => Promise<readonly TextLine[]>;
}

export interface CardPipeline {
  /** Reads an upright, tilted or turned card in an RGB photo; null where no text was found at all. */
  read(photo: Raster, reader: CardReader, today: string): Promise<CardResult | null>;
}

/** Lines that are read a second time at most. */
const MAX_SECOND_LOOKS = 3;

/** A reading this complete ends the search for a better outline; see `completeness`. */
const COMPLETE = 0.8;
/** One less complete than this was probably read in a wrong outline. */
const PLAUSIBLE = 0.65;

/** From this score on the outline is a card's, so that its title is worth reading where nothing else was read. */
const OUTLINED = 0.6;

/** From this score on the outline runs along the card's edge: beyond it, but for EDGE in card shares, is no card. */
const CLEAR_OUTLINE = 0.85;
const EDGE = 0.006;

/** The whole way from pixels to fields; the networks are handed in. */
export function createPipeline(networks: Networks): CardPipeline {
  return {
    async read(photo, reader, today) {
      const work: Work = { gray: toGray(photo), networks, reader, today };
      let best: CardResult | null = null;
      for (const { quad, score } of findCandidates(photo)) {
        for (const oriented of orientations(work.gray, quad, reader.layout)) {
          const result = await readSeated(work, oriented, score);
          if (!best || rank(result.reading) > rank(best.reading)) best = result;
          if (best.reading.message && completeness(best.reading) >= COMPLETE) return best;
          // Text that reads upright is not upside down.
          if (result.reading.kind !== null || readsWell(result.lines)) break;
        }
      }
      if (best?.reading.message && completeness(best.reading) >= PLAUSIBLE) return best;
      const byText = await readByText(work);
      return byText && (!best || rank(byText.reading) > rank(best.reading)) ? byText : best;
    },
  };
}

/** So many clear lines of so many letters are not text upside down. */
const readsWell = (lines: readonly TextLine[]): boolean =>
  lines.filter(({ best }) => best.text.length >= 5 && best.confidence > 0.9).length >= 3;

/** Of two readings with a message the fuller is the better; without one, the one that looks more like a card. */
const rank = (reading: CardReading): number =>
  completeness(reading) + (reading.message ? 3 : (reading.kind ? 1 : 0) + reading.kindEvidence);

/** 0..1: the share of fields that were read, weighed by their evidence. */
function completeness({ fields }: CardReading): number {
  const all = Object.values(fields);
  const sum = all.reduce(
    (total, { value, evidence }) => total + (value === '' ? 0 : 0.6 + 0.4 * evidence),
    0,
  );
  return sum / all.length;
}

/** The whole card as one zone: for text whose place is not known yet. */
const ANYWHERE: readonly Zone[] = [{ left: 0, top: 0, right: 1, bottom: 1, joinWithin: 0.6 }];
/** Lines that are read at most to find the card by its text. */
const MAX_SEEKING = 20;

/** Looks for the card's own words all over the photo, and reads where they say the card is. */
async function readByText(work: Work): Promise<CardResult | null> {
  const frame = await frameText(work.networks, work.gray);
  if (!frame) return null;
  for (const quad of [frame, rotateCorners(frame, 2)]) {
    const toPhoto = homography(frameQuad(1, 1), quad);
    const boxes = await detectBoxes(work, quad, ANYWHERE);
    const longest = boxes.sort((a, b) => b.right - b.left - a.right + a.left).slice(0, MAX_SEEKING);
    const lines = linesOf(await firstLooks({ ...work, toPhoto }, longest));
    const seated = reseat(work.reader.locate(lines, { today: work.today }), toPhoto);
    if (seated) return readSeated(work, seated, 0);
  }
  return null;
}

/** Text this far off its usual place, in card shares, is beyond what printing varies (2 %) … */
const PRINT_TOLERANCE = 0.035;
/** … and this far off a clear outline is wrong, whatever was read in it. */
const WRONG_OUTLINE = 0.055;
/** A reading in a better outline may be less sure by this, for a line more is a risk more; see `completeness`. */
const LESS = 0.05;

/** Reads the quad, and once more with the outline moved to where the text says it is. */
async function readSeated(work: Work, quad: Quad, score: number): Promise<CardResult> {
  const result = await readQuad(work, quad, score, score >= CLEAR_OUTLINE ? EDGE : undefined);
  const { anchors, message } = result.reading;
  const settled = score >= OUTLINED && message && completeness(result.reading) >= COMPLETE;
  const tolerated = settled ? WRONG_OUTLINE : PRINT_TOLERANCE;
  if (offset(anchors) < tolerated) return result;
  const moved = reseat(anchors, homography(frameQuad(1, 1), quad));
  if (!moved) return result;
  const again = await readQuad(work, moved, score);
  const closer = offset(again.reading.anchors) < offset(result.reading.anchors);
  const asFull = completeness(again.reading) > completeness(result.reading) - LESS;
  return (closer && asFull && again.reading.message) || rank(again.reading) > rank(result.reading)
    ? again
    : result;
}

interface Work {
  readonly gray: Raster;
  readonly networks: Networks;
  readonly reader: CardReader;
  readonly today: string;
}

async function readQuad(work: Work, quad: Quad, score: number, beyond?: number): Promise<CardResult> {
  const { reader, today } = work;
  const place: Place = { ...work, toPhoto: homography(frameQuad(1, 1), quad) };
  const boxes = await detectBoxes(work, quad, reader.zones, beyond);
  const wanted = new Set(reader.wanted(boxes));
  let looks: Look[] = [];
  const read = (): CardReading => reader.read(linesOf(looks), { today });
  const look = async (more: readonly LineBox[]): Promise<CardReading> => {
    looks.push(...(await firstLooks(place, more)));
    return read();
  };
  let reading = await look(boxes.filter((_, i) => wanted.has(i)));
  if (reading.joined.length > 0) {
    looks = divided(looks, reading.joined);
    reading = read();
  }
  const rest = boxes.filter((_, i) => !wanted.has(i));
  if (rest.length > 0 && reading.kindEvidence > 0 && !isFull(reading)) reading = await look(rest);
  if (reading.kind === null && (reading.kindEvidence > 0 || score >= OUTLINED)) {
    const found = await detectBoxes(work, quad, reader.moreZones);
    reading = await look(found.length > 0 ? found : reader.titles);
  }
  if (reading.kind !== null && reading.weak.length > 0) {
    looks = await secondLooks(place, looks, reading.weak.slice(0, MAX_SECOND_LOOKS));
    reading = read();
  }
  const lines = linesOf(looks);
  return { quad, score, reading, lines, lookAgain: (some) => otherLooks(place, lines, some) };
}

/** Nothing that the document prints is missing. */
const isFull = ({ message, fields }: CardReading): boolean =>
  message !== null && Object.values(fields).every(({ value }) => value !== '');

async function detectBoxes(
  { gray, networks }: Work,
  quad: Quad,
  zones: readonly Zone[],
  beyond = Number.POSITIVE_INFINITY,
): Promise<LineBox[]> {
  const sheets = packZones(gray, quad, zones, beyond);
  const maps = await networks(
    'detect',
    sheets.map(({ raster }) => raster),
  );
  return findLines(sheets.map(({ raster, placed }, i) => ({ map: textMap(maps[i]!, raster), placed })));
}
