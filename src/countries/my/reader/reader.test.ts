import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine } from '../../toolkit/reading/plain-line.ts';
import { reader } from './index.ts';
import { birthDate } from './number.ts';

const TODAY = '2026-11-22';
const at = (text: string, left: number, top: number, width = 0.3) =>
  plainLine(text, { left, right: left + width, top, bottom: top + 0.05, slope: 0, strength: 1 });
const read = (lines: Parameters<typeof reader.read>[0]) => reader.read(lines, { today: TODAY });

const CARD = [
  at('460619-12-5087', 0.026, 0.23),
  at('ABD RAUF BIN HAMSAH', 0.026, 0.65),
  at('KAMPUNG MASJID', 0.026, 0.83),
  at('P O BOX 42', 0.026, 0.87),
  at('89007 KENINGAU', 0.026, 0.91),
  at('SABAH', 0.026, 0.94, 0.12),
  at('WARGANEGARA', 0.7, 0.86, 0.22),
  at('LELAKI H', 0.83, 0.9, 0.13),
];

describe('the reader of Malaysian cards', () => {
  test('reads the documents’ own example', () => {
    const { message, kind, fields } = read(CARD);
    expect(JSON.stringify(message)).toBe(
      JSON.stringify({
        CardNumber: '460619-12-5087',
        DateOfBirth: '19460619',
        Gender: 'LELAKI',
        Name: 'ABD RAUF BIN HAMSAH',
        Address: 'KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH',
      }),
    );
    expect(kind).toBe('mykad');
    expect(fields.citizenship?.value).toBe('WARGANEGARA');
  });

  test('the card of a resident is told by its citizenship', () => {
    const lines = CARD.map((line) =>
      line.best.text === 'WARGANEGARA' ? at('PEMASTAUTIN TETAP', 0.68, 0.86) : line,
    );
    expect(read(lines).kind).toBe('mypr');
  });

  test('a name may go on in a second line', () => {
    const lines = [
      ...CARD.slice(0, 1),
      at('RAJESWARI A/P', 0.026, 0.65),
      at('BALAKRISHNAN', 0.026, 0.696),
      ...CARD.slice(2),
    ];
    expect(read(lines).message?.Name).toBe('RAJESWARI A/P BALAKRISHNAN');
  });

  test('lost spaces and a lost slash come back from what is known of names', () => {
    const lines = CARD.map((line) =>
      line.best.text.startsWith('ABD') ? at('KAVITHA AIP MURUGAN', 0.026, 0.65) : line,
    );
    expect(read(lines).message?.Name).toBe('KAVITHA A/P MURUGAN');
  });

  test('a son or daughter of is told where its slash was lost whole', () => {
    const lines = CARD.map((line) =>
      line.best.text.startsWith('ABD') ? at('KAVITHA AP MURUGAN', 0.026, 0.65) : line,
    );
    expect(read(lines).message?.Name).toBe('KAVITHA A/P MURUGAN');
  });

  test('an unknown name above the number of a house is a name', () => {
    const [number, name, , ...rest] = CARD;
    const lines = [
      number!,
      name!,
      at('TRAUTKHEEMKIL', 0.026, 0.696),
      at('NO 1006', 0.026, 0.742),
      at('LENGKOK JAYA', 0.026, 0.788),
      ...rest,
    ];
    expect(read(lines).message?.Name).toBe('ABD RAUF BIN HAMSAH TRAUTKHEEMKIL');
  });

  test('what is left of an address or a name is less sure', () => {
    const [number, , ...rest] = CARD;
    const whole = read(CARD).fields;
    const cut = read([
      number!,
      at('HAMSAH', 0.026, 0.65),
      ...rest.filter(({ best }) => best.text !== 'SABAH'),
    ]);
    expect(cut.fields.Address!.evidence).toBeLessThan(whole.Address!.evidence / 5);
    expect(cut.fields.Name!.evidence).toBeLessThan(whole.Name!.evidence / 5);
  });

  test.each([
    ['FASA 2', 'FASA'],
    ['SEKSYEN 7', 'SEKSYEN'],
    ['UNIT A-3', 'UNIT'],
  ])('an address with "%s" is surer than one with "%s" alone', (whole, cut) => {
    const sure = (line: string) => {
      const [number, name, , ...rest] = CARD;
      return read([number!, name!, at(line, 0.026, 0.742), ...rest]).fields.Address!;
    };
    expect(sure(cut).value).toContain(`${cut} `);
    expect(sure(cut).evidence).toBeLessThan(sure(whole).evidence / 5);
  });

  test.each([
    'NO12 JLN.MELATI',
    'NO. 12, JLN. MELATI',
    'LOT12,JALAN SS22/11',
    'LOT 12 JALAN SS 22/11 A',
    'KM3 TMN.DATO',
  ])('spaces are left as they were seen in "%s"', (line) => {
    const [number, name, , ...rest] = CARD;
    const { message } = read([number!, name!, at(line, 0.026, 0.742), ...rest]);
    expect(message?.Address).toMatch(new RegExp(`^${line} (PO BOX|890)`));
  });

  test('the corner letter below the state is no part of the address', () => {
    const lines = [...CARD.slice(0, 6), at('0', 0.026, 0.975, 0.02), ...CARD.slice(6)];
    expect(read(lines).message?.Address).toBe('KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH');
  });

  test('a number that cannot be is refused, never put right', () => {
    for (const wrong of [
      '461319-12-5087',
      '460619-17-5087',
      '460619-12-508',
      '460619-12-50877',
      '46O6I9-I2-SO87',
    ]) {
      expect(read([at(wrong, 0.026, 0.23), ...CARD.slice(1)]).message).toBeNull();
    }
  });

  test('a stamp is no part of the number, the name or the address', () => {
    const lines = [
      at('460619-12-5087 SPECI', 0.026, 0.23),
      ...CARD.slice(1, 2),
      at('SPECIMEN', 0.1, 0.75),
      ...CARD.slice(2),
    ];
    expect(read(lines).message?.Address).toBe('KAMPUNG MASJID PO BOX 42 89007 KENINGAU SABAH');
  });

  test('a gender that is not legible follows from the number, and says so', () => {
    const { fields } = read(CARD.slice(0, 7));
    expect(fields.Gender).toMatchObject({ value: 'LELAKI', corrections: [{ reason: 'from-number' }] });
  });

  test('a number without any sign of a MyKad is no MyKad', () => {
    expect(read(CARD.slice(0, 6))).toMatchObject({ kind: null, message: null });
  });

  test('never throws on wild text', () => {
    const line = fc.record({
      text: fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...CARD.map((l) => l.best.text)),
      ),
      left: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      top: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { message } = read(lines.map(({ text, left, top }) => at(text, left, top)));
        if (message) expect(message.CardNumber).toMatch(/^\d{6}-\d{2}-\d{4}$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('birth dates in the number', () => {
  test('holders are 12 or older', () => {
    expect(birthDate('141122', TODAY)).toBe('20141122');
    expect(birthDate('151122', TODAY)).toBe('19151122');
    expect(birthDate('000229', TODAY)).toBe('20000229');
    expect(birthDate('010229', TODAY)).toBeNull();
  });
});
