import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

/** One line of many words: fitted as the curves that all cards share. */
const ADDRESS: CalibrationCurve = [
  [4.569e-9, 0.03261],
  [3.911e-6, 0.3452],
  [3.218e-5, 0.5549],
  [0.0003416, 0.8195],
  [0.001816, 0.9648],
  [0.01754, 0.9839],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
