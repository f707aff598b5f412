import type { CalibrationCurve } from '../../reader-types.ts';

const IDENTITY: CalibrationCurve = [
  [0, 0],
  [1, 1],
];

/** Evidence to probability, per field; fitted by `bench/ocr/tune.ts` on the tuning set alone. */
export const CALIBRATION: Readonly<Record<string, CalibrationCurve>> = {
  CardNumber: IDENTITY,
  DateOfBirth: IDENTITY,
  Gender: IDENTITY,
  Name: IDENTITY,
  Address: IDENTITY,
  citizenship: IDENTITY,
};
