import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

/** One line of many words: fitted as the curves that all cards share. */
const ADDRESS: CalibrationCurve = [
  [4.087e-9, 0.03333],
  [3.606e-6, 0.2949],
  [3.356e-5, 0.5833],
  [0.0003566, 0.8371],
  [0.001837, 0.9797],
  [0.01669, 0.9863],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
