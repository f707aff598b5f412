import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinAddress, parseAddress } from './address.ts';
import { stateCode, statesOfPostcode } from './states.ts';

/** Words that make parsing hard, mixed at random. */
const addressLike = fc
  .array(
    fc.oneof(
      fc.constantFrom('89007', '56100', 'SABAH', 'KUALA', 'LUMPUR', 'W.', 'PERSEKUTUAN(KL)', 'MELAKA', ''),
      fc.string(),
    ),
  )
  .map((words) => words.join(' '));

describe('parseAddress', () => {
  it.each([
    [
      'KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH',
      ['KAMPUNG MASJID PO BOX 42', '89007', 'KENINGAU', 'SABAH'],
    ],
    ['12 JALAN TUN RAZAK 56100 KUALA LUMPUR', ['12 JALAN TUN RAZAK', '56100', 'KUALA LUMPUR', '']],
    [
      'NO 3 JALAN 1 55100 KUALA LUMPUR W. PERSEKUTUAN(KL)',
      ['NO 3 JALAN 1', '55100', 'KUALA LUMPUR', 'W. PERSEKUTUAN(KL)'],
    ],
    [
      'A-1-2 PRESINT 9 62250 PUTRAJAYA WILAYAH PERSEKUTUAN PUTRAJAYA',
      ['A-1-2 PRESINT 9', '62250', 'PUTRAJAYA', 'WILAYAH PERSEKUTUAN PUTRAJAYA'],
    ],
    ['LOT 5 75000 MELAKA MELAKA', ['LOT 5', '75000', 'MELAKA', 'MELAKA']],
    ['LOT 5 75000 MELAKA', ['LOT 5', '75000', 'MELAKA', '']],
    ['KAMPUNG BARU', ['KAMPUNG BARU', '', '', '']],
  ])('%s', (text, [lines, postcode, town, state]) => {
    expect(parseAddress(text)).toEqual({ lines, postcode, town, state });
  });

  it('loses nothing, whatever the text', () => {
    fc.assert(fc.property(addressLike, (text) => joinAddress(parseAddress(text)) === text));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => joinAddress(parseAddress(text)) === text));
  });
});

describe('states', () => {
  it('knows how federal territories are printed', () => {
    expect(stateCode('W. PERSEKUTUAN(KL)')).toBe('KUL');
    expect(stateCode('WILAYAH PERSEKUTUAN')).toBe('ANY');
    expect(stateCode('n. sembilan')).toBe('NSN');
    expect(stateCode('SABA')).toBeNull();
  });

  it('knows postcodes that two states share', () => {
    expect(statesOfPostcode('14290')).toEqual(['KDH', 'PNG']);
    expect(statesOfPostcode('00001')).toEqual([]);
    expect(statesOfPostcode('8900')).toEqual([]);
  });
});
