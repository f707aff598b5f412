import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Evidence to probability, one curve for each family of fields: shares of right fields among 2,656 fields of 410 photos of the
 * tuning set (first renderer) by bins of evidence, made monotone; `bench/ocr/tune.ts --calibrate` fits them. Where the
 * tuning set had no wrong field left, the curve stays a little under 1.
 */
const DIGITS: CalibrationCurve = [
  [0, 0.07],
  [0.0024, 0.375],
  [0.0166, 0.9],
  [0.0448, 0.9375],
  [0.1392, 0.965],
  [0.3346, 0.985],
  [0.5287, 0.9935],
  [0.7254, 0.9985],
  [0.8826, 0.999],
];

const NAMES: CalibrationCurve = [
  [0.0001, 0.125],
  [0.0041, 0.25],
  [0.0208, 0.35],
  [0.0477, 0.65],
  [0.1036, 0.8913],
  [0.2032, 0.9483],
  [0.3205, 0.965],
  [0.5223, 0.985],
  [0.6966, 0.9938],
  [0.8671, 0.998],
];

const CHOICE: CalibrationCurve = [
  [0, 0.21],
  [0.002, 0.7],
  [0.0305, 0.75],
  [0.1783, 0.85],
  [0.3296, 0.92],
  [0.586, 0.96],
  [0.7344, 0.9926],
  [0.9755, 0.999],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  idNumber: DIGITS,
  name: NAMES,
  fatherName: NAMES,
  gender: CHOICE,
  country: CHOICE,
  birthDay: DIGITS,
  issueDay: DIGITS,
  expiryDay: DIGITS,
};
