import { allPostcodes } from 'malaysia-postcodes';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPhones } from '../toolkit/contact.ts';
import { provenance } from '../toolkit/provenance.ts';
import type { Finding, Values } from '../types.ts';
import { joinAddress } from './address.ts';
import { my } from './index.ts';
import { TOWNS } from './towns.gen.ts';
import { packTowns, unpackTowns } from './towns.ts';

const message = {
  CardNumber: '460619-12-5087',
  DateOfBirth: '19460619',
  Gender: 'LELAKI',
  Name: 'ABD RAUF BIN HAMSAH',
  Address: 'KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH',
};
const read = my.prefill(message, null);
const good: Values = {
  ...Object.fromEntries(Object.entries(read).map(([name, field]) => [name, field.value])),
  citizenship: 'WARGANEGARA',
  contact: '012-345 6789',
};
const today = '2026-11-22';
const find = (values: Values): Finding[] => my.checks.flatMap((check) => check(values, { today, read }));
const codes = (change: Values): string[] =>
  find({ ...good, ...change }).map(({ field, code, level }) => `${field}:${code}:${level}`);

beforeAll(loadPhones);

describe('Malaysia', () => {
  it('prefills the documented example', () => {
    expect(good).toMatchObject({
      number: '460619-12-5087',
      name: 'ABD RAUF BIN HAMSAH',
      birthDate: '1946-06-19',
      gender: 'M',
      postcode: '89007',
    });
    const [lines, postcode, town, state] = ['addressLines', 'postcode', 'town', 'state'].map(
      (name) => good[name] ?? '',
    );
    expect(joinAddress({ lines, postcode, town, state } as never)).toBe(message.Address);
    expect(read.name).toMatchObject({ confidence: null, doubtful: false, quad: null });
  });

  it('takes place, doubt and alternatives from the details', () => {
    const detail = {
      value: message.Address,
      confidence: 0.6,
      doubtful: true,
      quad: [
        [0, 0],
        [9, 0],
        [9, 3],
        [0, 3],
      ] as never,
      alternatives: [{ value: message.Address.replace('89007', '89001'), confidence: 0.3 }],
      corrections: [],
    };
    const details = { fields: { Address: detail } } as never;
    const { postcode, town } = my.prefill(message, details);
    expect(postcode).toMatchObject({ value: '89007', doubtful: true, alternatives: ['89001'] });
    expect(town).toMatchObject({ value: 'KENINGAU', alternatives: [] });
    expect(provenance(postcode, '89007')).toBe('ocr');
    expect(provenance(postcode, '89001')).toBe('edited');
    expect(provenance(null, '89001')).toBe('typed');
  });

  it('finds nothing in a good form', () => expect(codes({})).toEqual([]));

  it.each<[Values, string[]]>([
    [{ number: '460619125087' }, ['number:shape:error', 'number:read:warning']],
    [{ number: '461319-12-5087' }, ['number:read:warning', 'number:date:error']],
    [{ number: '460619-17-5087' }, ['number:read:warning', 'number:place:warning']],
    [{ birthDate: '1946-06-20' }, ['birthDate:number:warning']],
    [{ birthDate: '19.06' }, ['birthDate:date:error']],
    [{ birthDate: '2046-06-19' }, ['birthDate:future:error']],
    [{ birthDate: '1846-06-19' }, ['birthDate:old:warning']],
    [{ gender: 'F' }, ['gender:number:warning']],
    [{ gender: 'X' }, ['gender:choice:error']],
    [{ name: 'ABD R4UF' }, ['name:characters:warning']],
    [{ postcode: '8900' }, ['postcode:shape:error']],
    [{ postcode: '50480' }, ['postcode:state:warning']],
    [{ postcode: '\u202a۵۰۴۸۰\u202c' }, ['postcode:state:warning']],
    [{ postcode: '89300' }, ['postcode:town:warning']],
    [{ contact: '12' }, ['contact:contact:error']],
    [{ contact: ' ' }, ['contact:required:error']],
    [{ name: 'A'.repeat(151) }, ['name:length:error']],
  ])('%o', (change, expected) => expect(codes(change)).toEqual(expected));

  it('derives the place of birth', () => {
    expect(my.derive?.(good)).toEqual({
      birthPlace: { label: 'my.birthPlace.label', value: 'my.place.SBH' },
    });
    expect(my.derive?.({ number: 'x' })).toEqual({});
  });

  it('refuses a message of another shape', () => {
    expect(my.parseMessage({ ...message, Name: 1 })).toBeNull();
    expect(my.parseMessage('not identity card')).toBeNull();
    expect(my.parseMessage(message)).toEqual(message);
  });

  it('packs the towns without loss', () => {
    const towns = unpackTowns(TOWNS);
    expect(packTowns(towns)).toBe(TOWNS);
    for (const { name, postcodes } of allPostcodes.flatMap((state) =>
      state.city.map((city) => ({ name: city.name.toUpperCase(), postcodes: city.postcode.map(Number) })),
    )) {
      const mine = towns.filter((town) => town.name === name);
      for (const code of postcodes)
        expect(
          mine.some(({ first, last }) => first <= code && code <= last),
          `${name} ${code}`,
        ).toBe(true);
    }
  });
});
