import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

/** One line of many words: fitted as the curves that all cards share. */
const ADDRESS: CalibrationCurve = [
  [0.0000014, 0.26],
  [0.0000426, 0.6579],
  [0.0004052, 0.7125],
  [0.002031, 0.8971],
  [0.005814, 0.9648],
  [0.05586, 0.969],
];

export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: DIGITS,
  DateOfBirth: DIGITS,
  Gender: CHOICE,
  Name: NAMES,
  Address: ADDRESS,
  citizenship: CHOICE,
};
