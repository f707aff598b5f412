import { cardChecks, error, nameCheck, valueIn, warning } from '../toolkit/checks.ts';
import { daysBetween, isIsoDate } from '../toolkit/dates.ts';
import type { Check } from '../types.ts';
import { layout } from './layout.ts';

/** National identity cards are issued from 18; children have other documents. */
const MIN_AGE = 18;
/** A card that ends within this many days may not outlive what it is needed for. */
const EXPIRY_NEAR_DAYS = 30;

/** Birth, issue and expiry have to follow one another. Validity is not judged: it differs between cards. */
const orderCheck: Check = (values, { today }) => {
  const [birth, issue, expiry] = ['birthDate', 'issueDate', 'expiryDate'].map((name) => {
    const value = valueIn(values, name);
    return isIsoDate(value) ? value : null;
  });
  if (!issue) return [];
  if (issue > today) return [error('issueDate', 'future', 'check.future')];
  if (birth && issue <= birth) return [error('issueDate', 'birth', 'pk.check.issue.birth')];
  return expiry && expiry <= issue ? [error('expiryDate', 'issue', 'pk.check.expiry.issue')] : [];
};

/** A warning, for it is the office that decides what an expired card is still good for. */
const expiryCheck: Check = (values, { today }) => {
  const expiry = valueIn(values, 'expiryDate');
  if (!isIsoDate(expiry)) return [];
  if (expiry < today) return [warning('expiryDate', 'passed', 'pk.check.expiry.passed', { date: expiry })];
  return daysBetween(today, expiry) <= EXPIRY_NEAR_DAYS
    ? [warning('expiryDate', 'near', 'pk.check.expiry.near', { date: expiry })]
    : [];
};

export const checks: readonly Check[] = [
  ...cardChecks(layout, 'PK', MIN_AGE),
  nameCheck('relativeName'),
  orderCheck,
  expiryCheck,
];
