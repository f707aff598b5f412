import type { CalibrationCurve, CardReader, FieldReading, TextLine } from '#src/countries/reader-types.ts';
import type { CardResult } from './pipeline/read-card.ts';

/** As good as no evidence: where logarithms and shares end. */
export const NONE = 1e-9;

/** A best other reading under this share of the reading's own evidence says nothing more. */
const CLEAR_LEAD = 1e-3;
/**
 * How much a near rival takes away. Fitted on 1,926 names and addresses of the tuning set: of its wrong names 69 % are
 * among the least sure tenth of all, without the rival 45 %; of its wrong addresses 83 % among three tenths, without 80.
 */
const RIVALRY = 0.7;

/**
 * A recogniser that sees a blur is wrong surely: what the photo's sharpness (imaging's 0..1) and the detector's strength
 * on the field's weakest line take away. With both, of 1,313 names of the tuning set a fifth of the right ones holds
 * 83 and 79 % of the wrong ones (photos 1010–1599 and later ones), without 83 and 68 %.
 */
const BLUR = 3;
const FAINT = 10;

/** 0..1: a field's evidence, less where another reading comes near, the photo is blurred or the print faint. */
export function atFirstSight(
  { evidence, alternatives, lines: own }: FieldReading,
  lines: readonly TextLine[],
  sharpness: number,
): number {
  const rival = Math.max(0, ...alternatives.map((other) => other.evidence));
  const share = Math.min(1, Math.max(CLEAR_LEAD, rival / Math.max(evidence, NONE)));
  const strength = Math.min(1, ...own.map((i) => lines[i]?.box.strength ?? 1));
  const clear = Math.exp(BLUR * (Math.min(1, sharpness) - 1)) * strength ** FAINT;
  return evidence * clear * (CLEAR_LEAD / share) ** RIVALRY;
}

/**
 * What another look takes away that reads something else: fitted on names and addresses of the tuning set (decision
 * 083). A look that reads the same gives nothing.
 */
const DISPUTED = 0.025;
/** Surer fields are hardly ever wrong, and others doubtful whatever is seen: these are not looked at again. */
const ASKED_FROM = 3e-4;
const ASKED_TO = 0.2;

/**
 * How sure each field of a finished reading is, 0..1: what the calibration curves take. Fields that are neither clear
 * nor hopeless are read from another look; the values themselves stay. `sharpness`: imaging's, of the photo.
 */
export async function surenessOf(
  { reading, lines, lookAgain }: Pick<CardResult, 'reading' | 'lines' | 'lookAgain'>,
  reader: CardReader,
  today: string,
  sharpness: number,
): Promise<Readonly<Record<string, number>>> {
  const fields = Object.entries(reading.fields);
  const sure = new Map(fields.map(([name, field]) => [name, atFirstSight(field, lines, sharpness)]));
  const asked = fields.filter(([name]) => sure.get(name)! > ASKED_FROM && sure.get(name)! < ASKED_TO);
  const some = [...new Set(asked.flatMap(([, field]) => field.lines))];
  const other = some.length > 0 ? reader.read(await lookAgain(some), { today }).fields : {};
  for (const [name, { value, lines: own }] of asked)
    if (own.length > 0 && other[name]?.value !== value) sure.set(name, sure.get(name)! * DISPUTED);
  return Object.fromEntries(sure);
}

/** Straight between the curve's points over the evidence's logarithm: what is unsure spreads over orders of magnitude. */
export function calibrate(curve: CalibrationCurve | undefined, evidence: number): number {
  if (!curve) return evidence;
  const x = logOf(evidence);
  let [x0, y0] = [logOf(curve[0]![0]), curve[0]![1]];
  for (const [point, y1] of curve) {
    const x1 = logOf(point);
    if (x <= x1) return probability(x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
    [x0, y0] = [x1, y1];
  }
  return probability(y0);
}

const logOf = (evidence: number): number => Math.log(Math.max(NONE, evidence));
const probability = (p: number): number => Math.round(Math.max(0, Math.min(1, p)) * 1e4) / 1e4;
