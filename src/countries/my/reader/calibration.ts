import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

/** One line of many words: fitted as the curves that all cards share. */
const ADDRESS: CalibrationCurve = [
  [8.44e-9, 0.1071],
  [3.85e-6, 0.375],
  [3.629e-5, 0.7045],
  [0.0003417, 0.8398],
  [0.00188, 0.9688],
  [0.02031, 0.976],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
