import type { CalibrationCurve } from '../../reader-types.ts';
import { CHOICE, DIGITS, NAMES } from '../../toolkit/reading/curves.ts';

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
