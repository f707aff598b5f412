import type { CardReading, LineBox, TextLine } from '#src/countries/reader-types.ts';
import type { Homography, Raster } from '#src/imaging/index.ts';
import { COLUMNS } from './charset.ts';
import { type CropManner, cropLine } from './crop.ts';
import { continues, endContinues, endOf, isCut, partOf, readOn } from './cut.ts';
import { cutLattice, type Lattice } from './decode-ctc.ts';
import type { Networks } from './networks.ts';
import { LINE_HEIGHT } from './recognise.ts';
import { textLine } from './text-line.ts';

/** A card in its photo, and who reads there. `toPhoto` maps card shares to px of the grey photo. */
export interface Place {
  readonly gray: Raster;
  readonly toPhoto: Homography;
  readonly networks: Networks;
}

/** A line with all that was seen of it. */
export interface Look {
  readonly box: LineBox;
  readonly lattices: readonly Lattice[];
  readonly line: TextLine;
}

export const linesOf = (looks: readonly Look[]): TextLine[] => looks.map(({ line }) => line);

/** Reads lines for the first time, and those that were cut off anew, in a longer crop. */
export async function firstLooks(place: Place, boxes: readonly LineBox[]): Promise<Look[]> {
  const looks = await looksAt(place, boxes);
  const doubted = looks.filter(({ line }) => isCut(line));
  const ends = await looksAt(
    place,
    doubted.map(({ line }) => endOf(line)),
  );
  const cut = doubted.filter(({ line }, i) => endContinues(line, ends[i]!.line));
  const longer = await looksAt(
    place,
    cut.map(({ box }) => readOn(box)),
  );
  return looks.map((look) => {
    const other = longer[cut.indexOf(look)];
    return other && continues(look.line, other.line) ? other : look;
  });
}

/** A looser crop shows what the first one cut off. */
const LOOSER: CropManner = { loosen: 1.4 };
/** Letters that run together come apart. */
const WIDER: CropManner = { stretch: 1.3 };

/** Reads some of the lines once more; they are then what both looks together bear out. */
export async function secondLooks(
  place: Place,
  looks: readonly Look[],
  some: readonly number[],
): Promise<Look[]> {
  const boxes = some.map((index) => looks[index]!.box);
  const second = await recognise(place, boxes, () => LOOSER);
  return looks.map((look, index) => {
    const more = second[some.indexOf(index)];
    if (!more) return look;
    const lattices = [...look.lattices, more];
    return { ...look, lattices, line: textLine(look.box, lattices) };
  });
}

/** What a look that it has not had, and that one alone, makes of each of some lines; the others as they are. */
export async function otherLooks(
  place: Place,
  lines: readonly TextLine[],
  some: readonly number[],
): Promise<TextLine[]> {
  const own = some.map((index) => lines[index]!);
  const boxes = own.map(({ box }) => box);
  const seen = linesOf(await looksAt(place, boxes, (i) => (own[i]!.looks > 1 ? WIDER : LOOSER)));
  return lines.map((line, index) => seen[some.indexOf(index)] ?? line);
}

/** Lines that run over two columns become two, each with its part of what was seen. */
export const divided = (looks: readonly Look[], joined: CardReading['joined']): Look[] =>
  looks.flatMap((look, i) => {
    const at = joined.find(({ line }) => line === i)?.at;
    return at === undefined ? [look] : halves(look, at);
  });

function halves({ box, lattices }: Look, at: number): Look[] {
  const parts = lattices.map((lattice) => cutLattice(lattice, at));
  const look = (own: LineBox, side: 0 | 1): Look => {
    const half = parts.map((both) => both[side]);
    return { box: own, lattices: half, line: textLine(own, half) };
  };
  return [look(partOf(box, box.left, at), 0), look(partOf(box, at, box.right), 1)];
}

/** How the crop of the i-th box is made. */
type Manner = (i: number) => CropManner;

async function looksAt(place: Place, boxes: readonly LineBox[], manner?: Manner): Promise<Look[]> {
  const lattices = await recognise(place, boxes, manner);
  return boxes.map((box, i) => ({ box, lattices: [lattices[i]!], line: textLine(box, [lattices[i]!]) }));
}

async function recognise(
  { gray, toPhoto, networks }: Place,
  boxes: readonly LineBox[],
  manner?: Manner,
): Promise<Lattice[]> {
  const crops = boxes.map((box, i) => cropLine(gray, toPhoto, box, LINE_HEIGHT, manner?.(i)));
  const found = await networks(
    'recognise',
    crops.map(({ raster }) => raster),
  );
  return crops.map(({ left, right }, i) => {
    const data = found[i]!;
    return { steps: data.length / COLUMNS, data, left, right };
  });
}
