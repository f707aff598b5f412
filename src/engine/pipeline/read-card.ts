import type { CardReader, CardReading, LineBox, TextLine, Zone } from '#src/countries/reader-types.ts';
import {
  frameQuad,
  type Homography,
  homography,
  type Quad,
  type Raster,
  toGray,
} from '#src/imaging/index.ts';
import { cropLine } from './crop.ts';
import type { Lattice } from './decode-ctc.ts';
import { detectText } from './detect.ts';
import { type Candidate, findCandidates } from './find.ts';
import { findLines } from './lines.ts';
import { textLine } from './look.ts';
import type { Models } from './models.ts';
import { orientations } from './orient.ts';
import { createRecogniser, LINE_HEIGHT, type Recogniser } from './recognise.ts';
import { packZones } from './zones.ts';

/** A reading with the outline that it was read in. */
export interface CardResult {
  readonly quad: Quad;
  readonly score: number;
  readonly reading: CardReading;
  readonly lines: readonly TextLine[];
}

export interface CardPipeline {
  /** Reads an upright, tilted or turned card in an RGB photo; null where no text was found at all. */
  read(photo: Raster, reader: CardReader, today: string): Promise<CardResult | null>;
}

/** Lines that are read a second time at most, and from how loose a crop. */
const MAX_SECOND_LOOKS = 3;
const LOOSER = 1.4;

/** The whole way from pixels to fields; the sessions are handed in. */
export function createPipeline(models: Models): CardPipeline {
  const recognise = createRecogniser(models);
  return {
    async read(photo, reader, today) {
      const gray = toGray(photo);
      let best: CardResult | null = null;
      for (const candidate of findCandidates(photo)) {
        for (const quad of orientations(gray, candidate.quad, reader.layout)) {
          const result = await readQuad({ gray, models, recognise, reader, today }, quad, candidate);
          if (!best || rank(result.reading) > rank(best.reading)) best = result;
          if (result.reading.message) return result;
        }
      }
      return best;
    },
  };
}

const rank = (reading: CardReading): number => reading.kindEvidence + (reading.kind ? 1 : 0);

interface Work {
  readonly gray: Raster;
  readonly models: Models;
  readonly recognise: Recogniser;
  readonly reader: CardReader;
  readonly today: string;
}

async function readQuad(work: Work, quad: Quad, { score }: Candidate): Promise<CardResult> {
  const { reader, today } = work;
  const toPhoto = homography(frameQuad(1, 1), quad);
  const boxes = await detectBoxes(work, quad, reader.zones);
  const looks = await firstLooks(
    work,
    toPhoto,
    reader.wanted(boxes).map((i) => boxes[i]!),
  );
  let lines = looks.map(({ box, lattices }) => textLine(box, lattices));
  let reading = reader.read(lines, { today });
  if (reading.kind === null && reading.kindEvidence > 0) {
    const more = await detectBoxes(work, quad, reader.moreZones);
    looks.push(...(await firstLooks(work, toPhoto, more)));
    lines = looks.map(({ box, lattices }) => textLine(box, lattices));
    reading = reader.read(lines, { today });
  }
  if (reading.kind !== null && reading.weak.length > 0) {
    for (const index of reading.weak.slice(0, MAX_SECOND_LOOKS)) {
      const look = looks[index]!;
      look.lattices.push(await recognise(work, toPhoto, look.box, LOOSER));
      lines = lines.with(index, textLine(look.box, look.lattices));
    }
    reading = reader.read(lines, { today });
  }
  return { quad, score, reading, lines };
}

async function detectBoxes({ gray, models }: Work, quad: Quad, zones: readonly Zone[]): Promise<LineBox[]> {
  const packed = packZones(gray, quad, zones);
  return findLines(await detectText(models, packed.raster), packed.placed);
}

interface Look {
  readonly box: LineBox;
  readonly lattices: Lattice[];
}

async function firstLooks(work: Work, toPhoto: Homography, boxes: readonly LineBox[]): Promise<Look[]> {
  const looks: Look[] = [];
  for (const box of boxes) looks.push({ box, lattices: [await recognise(work, toPhoto, box)] });
  return looks;
}

const recognise = (work: Work, toPhoto: Homography, box: LineBox, loosen = 1): Promise<Lattice> =>
  work.recognise(cropLine(work.gray, toPhoto, box, { height: LINE_HEIGHT, loosen }));
