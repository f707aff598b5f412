import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/sureness.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 11,311 fields of 1,751 photos of the tuning set (2400–3599, 5000–5599) by bins, made monotone (`bench/ocr/tune.ts --calibrate`
 * fits them). Where no wrong field was left, the curve stays a little under 1.
 */
export const DIGITS: CalibrationCurve = [
  [1e-9, 0.04167],
  [1.685e-5, 0.5],
  [0.0003797, 0.7727],
  [0.00187, 0.8409],
  [0.005007, 0.8929],
  [0.0191, 0.9516],
  [0.05398, 0.9706],
  [0.1748, 0.9975],
  [0.3209, 0.9995],
  [0.5663, 0.9997],
];

export const CHOICE: CalibrationCurve = [
  [1e-9, 0.125],
  [0.001994, 0.75],
  [0.005789, 0.8125],
  [0.01531, 0.875],
  [0.0479, 0.9583],
  [0.112, 0.9828],
  [0.2089, 0.9978],
  [0.4315, 0.9979],
  [0.7174, 0.9997],
];

export const NAMES: CalibrationCurve = [
  [2.019e-8, 0.25],
  [3.313e-5, 0.3636],
  [0.0003633, 0.657],
  [0.001754, 0.8099],
  [0.005609, 0.8894],
  [0.01824, 0.9844],
  [0.04549, 0.99],
  [0.1059, 0.9942],
  [0.198, 0.995],
  [0.4175, 0.9963],
  [0.6497, 0.9982],
];
