import type { CalibrationCurve } from '../../reader-types.ts';

/**
 * Evidence to probability, one curve for each family of fields: shares of right fields among 2,250 fields of 480
 * photos of the tuning set's wide manner by bins of evidence, made monotone (`bench/ocr/tune.ts --calibrate` fits
 * them). Where no wrong field was left, the curve stays a little under 1.
 */
const DIGITS: CalibrationCurve = [
  [0.0001, 0.15],
  [0.0229, 0.75],
  [0.0529, 0.875],
  [0.1614, 0.9474],
  [0.35, 0.9643],
  [0.5151, 0.9897],
  [0.7347, 0.9985],
  [0.8704, 0.9992],
];

const NAMES: CalibrationCurve = [
  [0.0, 0.1667],
  [0.004, 0.3125],
  [0.0207, 0.3571],
  [0.0898, 0.8],
  [0.1947, 0.875],
  [0.4604, 0.9641],
  [0.7131, 0.9921],
  [0.8623, 0.9986],
];

const CHOICE: CalibrationCurve = [
  [0, 0.25],
  [0.0196, 0.75],
  [0.2005, 0.8125],
  [0.5008, 0.8336],
  [0.7313, 0.9866],
  [0.9758, 0.9992],
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
