import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/sureness.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 7,560 fields of 1,170 photos of the tuning set (2400–3599) by bins, made monotone (`bench/ocr/tune.ts --calibrate`
 * fits them). Where no wrong field was left, the curve stays a little under 1.
 */
export const DIGITS: CalibrationCurve = [
  [1e-9, 0.05],
  [2.665e-6, 0.5],
  [6.843e-5, 0.7],
  [0.0004962, 0.75],
  [0.002954, 0.875],
  [0.03558, 0.9623],
  [0.1106, 0.9962],
  [0.2055, 0.9988],
  [0.3213, 0.9992],
  [0.5652, 0.9996],
];

export const CHOICE: CalibrationCurve = [
  [1e-9, 0.125],
  [0.00018, 0.5],
  [0.001994, 0.75],
  [0.01071, 0.8],
  [0.05002, 0.9444],
  [0.1115, 0.975],
  [0.2087, 0.9966],
  [0.4296, 0.9969],
  [0.7162, 0.9995],
];

export const NAMES: CalibrationCurve = [
  [6.781e-7, 0.16],
  [4.164e-5, 0.3049],
  [0.0003473, 0.6875],
  [0.00353, 0.9182],
  [0.01867, 0.9825],
  [0.1019, 0.9952],
  [0.3224, 0.9983],
  [0.5241, 0.9985],
];
