import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Sureness (`src/engine/details.ts`) to probability, one curve for each family of fields: shares of right fields among
 * 5,655 fields of 990 photos of the tuning set's wide manner by bins, made monotone (`bench/ocr/tune.ts --calibrate`
 * fits them). Where no wrong field was left, the curve stays a little under 1.
 */
const DIGITS: CalibrationCurve = [
  [0, 0.0385],
  [0.0127, 0.8],
  [0.0507, 0.8333],
  [0.1147, 0.85],
  [0.201, 0.9808],
  [0.3195, 0.9872],
  [0.5344, 0.9963],
  [0.7346, 0.9997],
  [0.8674, 0.9999],
];

const CHOICE: CalibrationCurve = [
  [0, 0.25],
  [0.017, 0.75],
  [0.2448, 0.8894],
  [0.7264, 0.9915],
  [0.9797, 0.9992],
];

const NAMES: CalibrationCurve = [
  [0, 0.1667],
  [0.0004, 0.3684],
  [0.0021, 0.725],
  [0.0056, 0.75],
  [0.0196, 0.8797],
  [0.0498, 0.9513],
  [0.1439, 0.9694],
  [0.4377, 0.9825],
  [0.7155, 0.9924],
  [0.8599, 0.9948],
];

const ADDRESS: CalibrationCurve = [
  [0.0000016, 0.1098],
  [0.000047, 0.5909],
  [0.0011, 0.7606],
  [0.006, 0.9218],
  [0.0177, 0.9356],
  [0.0459, 0.9588],
  [0.1783, 0.9825],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
