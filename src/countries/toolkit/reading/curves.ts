import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/sureness.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 7,560 fields of 1,170 photos of the tuning set (2400–3599) by bins, made monotone (`bench/ocr/tune.ts --calibrate`
 * fits them). Where no wrong field was left, the curve stays a little under 1.
 */
export const DIGITS: CalibrationCurve = [
  [1e-9, 0.05],
  [1.685e-5, 0.5],
  [0.0004962, 0.75],
  [0.0028, 0.8333],
  [0.03558, 0.9623],
  [0.1106, 0.9962],
  [0.2052, 0.9988],
  [0.3213, 0.9992],
  [0.5652, 0.9996],
];

export const CHOICE: CalibrationCurve = [
  [1e-9, 0.125],
  [0.00443, 0.6667],
  [0.01389, 0.8333],
  [0.05002, 0.9444],
  [0.1115, 0.975],
  [0.2087, 0.9966],
  [0.4296, 0.9969],
  [0.7162, 0.9995],
];

export const NAMES: CalibrationCurve = [
  [2.198e-8, 0.25],
  [3.494e-5, 0.2558],
  [0.0003369, 0.6186],
  [0.001805, 0.85],
  [0.005637, 0.875],
  [0.01877, 0.9828],
  [0.04474, 0.9905],
  [0.1444, 0.9946],
  [0.3224, 0.9983],
  [0.5241, 0.9985],
];
