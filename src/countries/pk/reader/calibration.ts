import type { CalibrationCurve } from '../../reader-types.ts';

const IDENTITY: CalibrationCurve = [
  [0, 0],
  [1, 1],
];

/** Evidence to probability, per field; fitted by `bench/ocr/tune.ts` on the tuning set alone. */
export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  idNumber: IDENTITY,
  name: IDENTITY,
  fatherName: IDENTITY,
  gender: IDENTITY,
  country: IDENTITY,
  birthDay: IDENTITY,
  issueDay: IDENTITY,
  expiryDay: IDENTITY,
};
