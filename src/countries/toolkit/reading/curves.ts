import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/details.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 3,692 fields of 590 photos of the tuning set's wide manner by bins, made monotone (`bench/ocr/tune.ts --calibrate`
 * fits them). Where no wrong field was left, the curve stays a little under 1.
 */
export const DIGITS: CalibrationCurve = [
  [0, 0.04545],
  [0.0009399, 0.75],
  [0.0102, 0.7813],
  [0.05227, 0.9643],
  [0.1119, 0.9881],
  [0.2053, 0.9969],
  [0.3194, 0.998],
  [0.5969, 0.9992],
];

export const CHOICE: CalibrationCurve = [
  [0, 0.25],
  [0.003453, 0.75],
  [0.02463, 0.8333],
  [0.05805, 0.9167],
  [0.107, 0.95],
  [0.2082, 0.9928],
  [0.3145, 0.9958],
  [0.5235, 0.9973],
  [0.723, 0.999],
];

export const NAMES: CalibrationCurve = [
  [0.0000018, 0.3],
  [0.0000369, 0.4167],
  [0.0004935, 0.675],
  [0.004639, 0.7222],
  [0.01913, 0.9576],
  [0.07804, 0.962],
  [0.2031, 0.9722],
  [0.4492, 0.9939],
  [0.6693, 0.9963],
];
