import { plain } from '#src/contract/plain.ts';
import { cardChecks, error, valueIn, warning } from '../toolkit/checks.ts';
import { isIsoDate } from '../toolkit/dates.ts';
import { hasGroups } from '../toolkit/number.ts';
import type { Check, Values } from '../types.ts';
import { birthPlace } from './birth-place.ts';
import { layout } from './layout.ts';
import { birthDateIn, GROUPS, MIN_AGE, startsWithDate } from './number.ts';
import { STATES, type StateCode, stateCode, statesOfPostcode } from './states.ts';
import { TOWNS } from './towns.gen.ts';
import { type TownRange, unpackTowns } from './towns.ts';

/** What the number says of itself. A place code nobody uses is a warning: the list is not a law. */
const numberCheck: Check = (values) => {
  const number = valueIn(values, 'number');
  if (!hasGroups(number, GROUPS)) return [];
  if (!startsWithDate(number)) {
    return [error('number', 'date', 'my.check.number.date', { digits: number.slice(0, 6) })];
  }
  return birthPlace(number) === null
    ? [warning('number', 'place', 'my.check.number.place', { code: number.slice(7, 9) })]
    : [];
};

/** The century is left out: the number does not carry it. */
const birthNumberCheck: Check = (values, { today }) => {
  const number = valueIn(values, 'number');
  const birth = valueIn(values, 'birthDate');
  if (!hasGroups(number, GROUPS) || !startsWithDate(number) || !isIsoDate(birth)) return [];
  if (birth.slice(2).replaceAll('-', '') === number.slice(0, 6)) return [];
  const inNumber = birthDateIn(number, today) ?? '';
  return [
    warning('birthDate', 'number', 'my.check.birth.number', {
      date: isIsoDate(inNumber) ? inNumber : number.slice(0, 6),
    }),
  ];
};

const postcodeIn = (values: Values): string => plain(valueIn(values, 'postcode')).trim();

/** The states that a postcode lies in, where the form names another one; empty where the two agree. */
function foreignStates(values: Values): readonly StateCode[] {
  const state = stateCode(valueIn(values, 'state'));
  const states = statesOfPostcode(postcodeIn(values));
  return state === null || state === 'ANY' || states.includes(state) ? [] : states;
}

const postcodeCheck: Check = (values) => {
  const postcode = postcodeIn(values);
  if (postcode === '') return [];
  if (!/^\d{5}$/.test(postcode)) return [error('postcode', 'shape', 'my.check.postcode.shape')];
  const states = foreignStates(values);
  if (states.length === 0) return [];
  const names = states.map((code) => STATES[code]).join(' / ');
  return [warning('postcode', 'state', 'my.check.postcode.state', { postcode, state: names })];
};

let ranges: readonly TownRange[] | undefined;

/** Unpacked at the first need: a millisecond that the first screen does not have to spend. */
function townsAt(): readonly TownRange[] {
  ranges ??= unpackTowns(TOWNS);
  return ranges;
}

/** Speaks up only where both are known: cards name villages and quarters that no list of post towns has. */
const townCheck: Check = (values) => {
  const postcode = postcodeIn(values);
  const code = /^\d{5}$/.test(postcode) ? Number(postcode) : Number.NaN;
  const name = valueIn(values, 'town').trim().toUpperCase();
  const here = townsAt().filter(({ first, last }) => first <= code && code <= last);
  const [expected] = here;
  if (!expected || here.some((town) => town.name === name)) return [];
  if (!townsAt().some((town) => town.name === name)) return [];
  // One question at a time: the state was asked about already.
  if (foreignStates(values).length > 0) return [];
  return [warning('postcode', 'town', 'my.check.postcode.town', { postcode, town: expected.name })];
};

export const checks: readonly Check[] = [
  ...cardChecks(layout, 'MY', MIN_AGE),
  numberCheck,
  birthNumberCheck,
  postcodeCheck,
  townCheck,
];
