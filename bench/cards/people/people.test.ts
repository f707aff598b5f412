import fc from 'fast-check';
import { allPostcodes } from 'malaysia-postcodes';
import { describe, expect, it } from 'vitest';
import { myMessage } from '#src/countries/my/wire.ts';
import { pkMessage } from '#src/countries/pk/wire.ts';
import { randomFrom } from '../random.ts';
import { addressOnWire } from './my-address.ts';
import { malaysianPerson } from './my-person.ts';
import { pakistaniPerson, printedDate } from './pk-person.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const postcodes = new Set(allPostcodes.flatMap((state) => state.city.flatMap((city) => city.postcode)));
const INVALID_BIRTHPLACES = [
  '00',
  '17',
  '18',
  '19',
  '20',
  '69',
  '70',
  '73',
  '80',
  '81',
  '94',
  '95',
  '96',
  '97',
];

const isCalendarDay = (wire: string): boolean => {
  const iso = `${wire.slice(0, 4)}-${wire.slice(4, 6)}-${wire.slice(6)}`;
  return new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);
};

describe('Malaysian holders', () => {
  it('have a number that agrees with birth date, sex and place', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { truth } = malaysianPerson(randomFrom(`my${seed}`));
        expect(myMessage.safeParse(truth).success).toBe(true);
        expect(truth.CardNumber).toMatch(/^\d{6}-\d{2}-\d{4}$/);
        expect(truth.CardNumber.slice(0, 6)).toBe(truth.DateOfBirth.slice(2));
        expect(isCalendarDay(truth.DateOfBirth)).toBe(true);
        expect(truth.Gender).toBe(Number(truth.CardNumber.at(-1)) % 2 ? 'LELAKI' : 'PEREMPUAN');
        expect(INVALID_BIRTHPLACES).not.toContain(truth.CardNumber.slice(7, 9));
      }),
    );
  });

  it('have a printed address of three to five lines around a real postcode', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { truth, addressLines } = malaysianPerson(randomFrom(`my${seed}`));
        expect(addressLines.length).toBeGreaterThanOrEqual(3);
        expect(addressLines.length).toBeLessThanOrEqual(5);
        expect(postcodes).toContain(addressLines.at(-2)?.slice(0, 5));
        expect(truth.Address).toBe(addressOnWire(addressLines));
        expect(truth.Address).toBe(truth.Address.toUpperCase());
        expect(`${truth.Name} ${truth.Address}`).not.toMatch(/\s{2}|^\s|\s$|undefined/);
      }),
    );
  });

  it('write a post box together on the wire', () => {
    expect(addressOnWire(['KAMPUNG MASJID', 'P O BOX 42', '89007 KENINGAU', 'SABAH'])).toBe(
      'KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH',
    );
  });
});

describe('Pakistani holders', () => {
  it('have calendar dates in order and a number that agrees with the gender', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { truth, gender } = pakistaniPerson(randomFrom(`pk${seed}`));
        expect(pkMessage.safeParse(truth).success).toBe(true);
        expect(truth.idNumber).toMatch(/^[1-8]\d{4}-\d{7}-\d$/);
        if (gender !== 'X') expect(Number(truth.idNumber.at(-1)) % 2).toBe(gender === 'M' ? 1 : 0);
        expect(isCalendarDay(truth.birthDay) && isCalendarDay(truth.issueDay)).toBe(true);
        expect(truth.birthDay < truth.issueDay).toBe(true);
        if (truth.expiryDay !== 'Lifetime') {
          expect(isCalendarDay(truth.expiryDay)).toBe(true);
          expect(truth.issueDay < truth.expiryDay).toBe(true);
        }
        expect(`${truth.name}|${truth.fatherName}`).not.toMatch(/\s{2}|undefined/);
      }),
    );
  });

  it('print dates with dots', () => {
    expect(printedDate('20010914')).toBe('14.09.2001');
    expect(printedDate('Lifetime')).toBe('Lifetime');
  });
});
