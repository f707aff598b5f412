import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../toolkit/contact.ts';
import type { Values } from '../types.ts';
import { pk } from './index.ts';

const message = {
  idNumber: '33100-7411692-4',
  name: 'Janat Mirza',
  fatherName: 'Mirza Anjum Kamal',
  gender: 'F',
  country: 'Pakistan',
  birthDay: '20010914',
  issueDay: '20200309',
  expiryDay: '20300309',
};
const read = pk.prefill(message, null);
const good: Values = {
  ...Object.fromEntries(Object.entries(read).map(([name, field]) => [name, field.value])),
  relativeKind: 'father',
  contact: 'janat@example.com',
};
const codes = (change: Values): string[] =>
  pk.checks
    .flatMap((check) => check({ ...good, ...change }, { today: '2026-11-22', read }))
    .map(({ field, code, level }) => `${field}:${code}:${level}`);

beforeAll(loadPhones);

describe('Pakistan', () => {
  it('prefills the documented example', () => {
    expect(good).toMatchObject({
      number: '33100-7411692-4',
      relativeName: 'Mirza Anjum Kamal',
      gender: 'F',
      birthDate: '2001-09-14',
      expiryDate: '2030-03-09',
    });
  });

  it('knows cards without expiry', () => {
    expect(pk.prefill({ ...message, expiryDay: 'Lifetime' }, null).expiryDate?.value).toBe('none');
    expect(codes({ expiryDate: 'none' })).toEqual([]);
  });

  it('finds nothing in a good form', () => expect(codes({})).toEqual([]));

  it.each<[Values, string[]]>([
    [{ number: '3310-7411692-4' }, ['number:shape:error', 'number:read:warning']],
    [{ gender: 'M' }, ['gender:number:warning']],
    [{ gender: 'X' }, []],
    [{ relativeKind: '' }, ['relativeKind:required:error']],
    [{ birthDate: '2010-09-14' }, ['birthDate:young:warning']],
    [{ issueDate: '2001-09-13' }, ['issueDate:birth:error']],
    [{ issueDate: '2027-01-01' }, ['issueDate:future:error']],
    [{ expiryDate: '2020-03-09' }, ['expiryDate:issue:error', 'expiryDate:passed:warning']],
    [{ expiryDate: '2026-11-21' }, ['expiryDate:passed:warning']],
    [{ expiryDate: '2026-12-01' }, ['expiryDate:near:warning']],
    [{ expiryDate: '2026-02-30' }, ['expiryDate:date:error']],
    [{ contact: '+65 9123 4567' }, []],
  ])('%o', (change, expected) => expect(codes(change)).toEqual(expected));
});
