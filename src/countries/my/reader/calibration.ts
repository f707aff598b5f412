import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

/** One line of many words: fitted as the curves that all cards share. */
const ADDRESS: CalibrationCurve = [
  [4.291e-9, 0.04167],
  [3.837e-6, 0.3148],
  [3.448e-5, 0.6695],
  [0.0003447, 0.8364],
  [0.001867, 0.9713],
  [0.00586, 0.9722],
  [0.03433, 0.9732],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
