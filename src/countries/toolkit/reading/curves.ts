import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/sureness.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 11,311 fields of 1,751 photos of the tuning set by bins, made monotone
 * (`bench/ocr/tune.ts --photos 2400-3599,5000-5599 --calibrate` fits them). Where no wrong field was left, the curve
 * stays a little under 1.
 */
export const DIGITS: CalibrationCurve = [
  [1e-9, 0.04167],
  [1.685e-5, 0.5],
  [0.0004288, 0.7727],
  [0.001909, 0.8478],
  [0.00522, 0.8846],
  [0.01914, 0.9516],
  [0.05343, 0.9706],
  [0.1748, 0.9975],
  [0.3212, 0.9995],
  [0.5663, 0.9997],
];

export const CHOICE: CalibrationCurve = [
  [1e-9, 0.125],
  [0.001994, 0.75],
  [0.005789, 0.8125],
  [0.01531, 0.875],
  [0.04877, 0.9583],
  [0.1118, 0.9828],
  [0.209, 0.9978],
  [0.4322, 0.9979],
  [0.7174, 0.9997],
];

export const NAMES: CalibrationCurve = [
  [2.019e-8, 0.25],
  [3.279e-5, 0.2909],
  [0.0003345, 0.6105],
  [0.001832, 0.8151],
  [0.005819, 0.905],
  [0.01824, 0.9891],
  [0.04481, 0.99],
  [0.1059, 0.9943],
  [0.2635, 0.9944],
  [0.4914, 0.9977],
  [0.6496, 0.9982],
];
