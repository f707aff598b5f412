import type { FieldDetail, OcrDetails, Quad } from '#src/contract/index.ts';
import type { CalibrationCurve, CardReader, FieldReading, TextLine } from '#src/countries/reader-types.ts';
import { frameQuad, type Homography, homography, mapQuad, scaleQuad } from '#src/imaging/index.ts';
import type { DecodedImage } from './decode/image.ts';
import { inspect } from './inspect.ts';
import { lineQuad } from './pipeline/crop.ts';
import type { CardResult } from './pipeline/read-card.ts';

/**
 * Less sure fields are marked for the person to check. On photos of the tuning set, where every fifth word is in no
 * list, this marks five wrong fields in six and one right one in twenty (levels weighed as in the report set).
 */
const DOUBT_BELOW = 0.92;

/** Kenal's addition to an OK answer. Coordinates are px of the sent image as EXIF orients it. */
export function detailsOf(
  file: Uint8Array,
  image: DecodedImage,
  result: CardResult,
  reader: CardReader,
): OcrDetails {
  const scale = image.width / image.pixels.width;
  const toSent = homography(frameQuad(1, 1), scaleQuad(result.quad, scale));
  const { quality, warnings, cardWidth } = inspect(file, image.pixels, result.quad);
  const fields = Object.entries(result.reading.fields)
    .filter(([name, field]) => name in result.reading.message! || field.value !== '')
    .map(([name, field]) => {
      const sure = sureness(field, result.lines, quality.sharpness);
      return [name, detail(field, sure, reader.calibration[name], result.lines, toSent)] as const;
    });
  return {
    document: { kind: result.reading.kind ?? '', confidence: result.reading.kindEvidence },
    card: { quad: rounded(scaleQuad(result.quad, scale)), width: Math.round(cardWidth * scale) },
    image: { width: image.width, height: image.height },
    fields: Object.fromEntries(fields),
    quality,
    warnings,
  };
}

function detail(
  field: FieldReading,
  sure: number,
  curve: CalibrationCurve | undefined,
  lines: readonly TextLine[],
  toSent: Homography,
): FieldDetail {
  const confidence = calibrate(curve, sure);
  return {
    value: field.value,
    confidence,
    doubtful: confidence < DOUBT_BELOW,
    quad: quadOf(field, lines, toSent),
    alternatives: field.alternatives.map(({ value, evidence }) => ({
      value,
      confidence: Math.min(1 - confidence, calibrate(curve, evidence)),
    })),
    corrections: [...field.corrections],
  };
}

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

/**
 * 0..1: a field's evidence, less where another reading comes near, the photo is blurred or the print faint; what the
 * calibration curves take. `lines` are those that the field's indices mean.
 */
export function sureness(
  { evidence, alternatives, lines: own }: FieldReading,
  lines: readonly TextLine[],
  sharpness: number,
): number {
  const rival = Math.max(0, ...alternatives.map((other) => other.evidence));
  const share = Math.min(1, Math.max(CLEAR_LEAD, rival / Math.max(evidence, 1e-9)));
  const strength = Math.min(1, ...own.map((i) => lines[i]?.box.strength ?? 1));
  const clear = Math.exp(BLUR * (Math.min(1, sharpness) - 1)) * strength ** FAINT;
  return evidence * clear * (CLEAR_LEAD / share) ** RIVALRY;
}

/** Linear between the curve's points. */
export function calibrate(curve: CalibrationCurve | undefined, evidence: number): number {
  if (!curve) return evidence;
  let [x0, y0] = curve[0] ?? [0, 0];
  for (const [x1, y1] of curve) {
    if (evidence <= x1) return round(x1 === x0 ? y1 : y0 + ((y1 - y0) * (evidence - x0)) / (x1 - x0));
    [x0, y0] = [x1, y1];
  }
  return round(y0);
}

const round = (p: number): number => Math.round(Math.max(0, Math.min(1, p)) * 1e4) / 1e4;

/** Around one line its own leaning quad; around several, the upright box of all. */
function quadOf(field: FieldReading, lines: readonly TextLine[], toSent: Homography): Quad | null {
  const boxes = field.lines.map((i) => lines[i]?.box).filter((box) => box !== undefined);
  const [first] = boxes;
  if (!first) return null;
  if (boxes.length === 1) return rounded(mapQuad(toSent, lineQuad(first)));
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const around = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const;
  return rounded(mapQuad(toSent, around));
}

const rounded = (quad: Parameters<typeof mapQuad>[1]): Quad =>
  quad.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]) as unknown as Quad;
