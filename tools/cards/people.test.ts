import fc from 'fast-check';
import { expect, test } from 'vitest';
import { person } from './people.ts';
import type { MyPrinted, PkPrinted } from './types.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const CHECKS = { numRuns: 400 };

const isDay = (day: string) => {
  const [y, m, d] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number) as [number, number, number];
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
};

test('equal seeds give equal people, other seeds others', () => {
  expect(person('my', 5)).toEqual(person('my', 5));
  expect(person('my', 5).message).not.toEqual(person('my', 6).message);
});

test('a Malaysian number says birth date, a valid place and the gender', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { message } = person('my', seed);
      expect(Object.keys(message)).toEqual(['CardNumber', 'DateOfBirth', 'Gender', 'Name', 'Address']);
      expect(message.CardNumber).toMatch(/^\d{6}-\d{2}-\d{4}$/);
      expect(message.CardNumber!.slice(0, 6)).toBe(message.DateOfBirth!.slice(2));
      expect(isDay(message.DateOfBirth!)).toBe(true);
      const place = Number(message.CardNumber!.slice(7, 9));
      expect([0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97]).not.toContain(place);
      expect(Number(message.CardNumber!.at(-1)) % 2).toBe(message.Gender === 'LELAKI' ? 1 : 0);
    }),
    CHECKS,
  );
});

test('a Malaysian message is what the printed lines say', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { message, printed, kind } = person('my', seed);
      const { name, address, citizenship, corner } = printed as MyPrinted;
      expect(name.join(' ')).toBe(message.Name);
      expect(name.length).toBeLessThanOrEqual(3);
      expect(address.length).toBeGreaterThanOrEqual(3);
      expect(address.length).toBeLessThanOrEqual(5);
      expect(address.join(' ').replace('P O BOX', 'PO BOX')).toBe(message.Address);
      expect(message.Address).toMatch(/ \d{5} [A-Z]/);
      expect(citizenship === 'WARGANEGARA').toBe(kind === 'mykad');
      if (corner) expect(address.at(-1)).toBe(corner === 'H' ? 'SABAH' : 'SARAWAK');
    }),
    CHECKS,
  );
});

test('a Pakistani message is what is printed, with days in order', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { message, printed } = person('pk', seed);
      const p = printed as PkPrinted;
      expect(Object.keys(message)).toEqual(
        'idNumber name fatherName gender country birthDay issueDay expiryDay'.split(' '),
      );
      expect(message.idNumber).toMatch(/^[1-8]\d{4}-\d{7}-\d$/);
      if (message.gender !== 'X')
        expect(Number(message.idNumber!.at(-1)) % 2).toBe(message.gender === 'M' ? 1 : 0);
      expect(isDay(message.birthDay!) && isDay(message.issueDay!)).toBe(true);
      expect(message.birthDay! < message.issueDay!).toBe(true);
      if (message.expiryDay !== 'Lifetime') expect(message.issueDay! < message.expiryDay!).toBe(true);
      expect(p.birth.split('.').reverse().join('')).toBe(message.birthDay);
      expect(p.nameUrdu).toMatch(/[\u0600-\u06ff]/);
    }),
    CHECKS,
  );
});

test('the variants occur', () => {
  const my = Array.from({ length: 600 }, (_, i) => person('my', i));
  const pk = Array.from({ length: 600 }, (_, i) => person('pk', i));
  expect(new Set(my.map((p) => p.kind)).size).toBe(3);
  expect(new Set(my.map((p) => (p.printed as MyPrinted).name.length))).toEqual(new Set([1, 2, 3]));
  expect(new Set(my.map((p) => (p.printed as MyPrinted).address.length))).toEqual(new Set([3, 4, 5]));
  expect(new Set(my.map((p) => (p.printed as MyPrinted).corner))).toEqual(new Set(['', 'H', 'K']));
  for (const part of [' BIN ', ' BINTI ', ' A/L ', ' A/P ', ' ANAK ', ' @ ', "'"])
    expect(my.some((p) => p.message.Name!.includes(part))).toBe(true);
  expect(new Set(pk.map((p) => (p.printed as PkPrinted).relationLabel)).size).toBe(4);
  expect(new Set(pk.map((p) => p.message.gender))).toEqual(new Set(['M', 'F', 'X']));
  expect(pk.some((p) => p.message.expiryDay === 'Lifetime')).toBe(true);
  expect(pk.some((p) => p.message.country !== 'Pakistan')).toBe(true);
});
