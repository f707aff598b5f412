import type { CardBox, LineBox, Zone } from '../../reader-types.ts';

/** The text block between chip and portrait: labels with their values beneath. */
export const ZONES: readonly Zone[] = [
  { left: 0.235, top: 0.195, right: 0.71, bottom: 0.985, joinWithin: 0.55 },
];

export const TITLE_ZONES: readonly Zone[] = [
  { left: 0.2, top: 0.03, right: 0.85, bottom: 0.22, joinWithin: 0.8 },
];

/** National Identity Card, beside the country's name. */
export const TITLE_LINES: readonly LineBox[] = [
  { left: 0.49, top: 0.06, right: 0.83, bottom: 0.15, slope: 0, strength: 0 },
  { left: 0.22, top: 0.05, right: 0.5, bottom: 0.145, slope: 0, strength: 0 },
];

/** Emblem, titles, flag, chip, the text block's rows, portrait, signature, ghost portrait. */
export const LAYOUT: readonly CardBox[] = [
  { left: 0.075, top: 0.03, right: 0.205, bottom: 0.26 },
  { left: 0.244, top: 0.07, right: 0.487, bottom: 0.18 },
  { left: 0.51, top: 0.08, right: 0.81, bottom: 0.13 },
  { left: 0.858, top: 0.055, right: 0.962, bottom: 0.165 },
  { left: 0.105, top: 0.31, right: 0.257, bottom: 0.535 },
  { left: 0.265, top: 0.215, right: 0.5, bottom: 0.31 },
  { left: 0.265, top: 0.42, right: 0.5, bottom: 0.51 },
  { left: 0.265, top: 0.615, right: 0.55, bottom: 0.71 },
  { left: 0.265, top: 0.735, right: 0.68, bottom: 0.83 },
  { left: 0.265, top: 0.853, right: 0.68, bottom: 0.94 },
  { left: 0.7, top: 0.2, right: 0.97, bottom: 0.74 },
  { left: 0.71, top: 0.93, right: 0.963, bottom: 0.97 },
];

export type LabelName =
  | 'name'
  | 'fatherName'
  | 'gender'
  | 'country'
  | 'idNumber'
  | 'birthDay'
  | 'issueDay'
  | 'expiryDay';

export interface LabelSpec {
  readonly field: LabelName;
  readonly phrases: readonly string[];
  /** Left edge and vertical middle of the label, and the vertical middle of its value. */
  readonly left: number;
  readonly label: number;
  readonly value: number;
}

export const LABELS: readonly LabelSpec[] = [
  { field: 'name', phrases: ['name'], left: 0.265, label: 0.232, value: 0.285 },
  {
    field: 'fatherName',
    phrases: ['fathername', 'fathersname', "father'sname", 'husbandname', 'husbandsname', "husband'sname"],
    left: 0.265,
    label: 0.437,
    value: 0.485,
  },
  { field: 'gender', phrases: ['gender'], left: 0.265, label: 0.632, value: 0.685 },
  { field: 'country', phrases: ['countryofstay'], left: 0.375, label: 0.632, value: 0.685 },
  { field: 'idNumber', phrases: ['identitynumber'], left: 0.265, label: 0.752, value: 0.805 },
  { field: 'birthDay', phrases: ['dateofbirth'], left: 0.527, label: 0.752, value: 0.805 },
  { field: 'issueDay', phrases: ['dateofissue'], left: 0.265, label: 0.87, value: 0.915 },
  { field: 'expiryDay', phrases: ['dateofexpiry'], left: 0.527, label: 0.87, value: 0.915 },
];
