import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine } from '../../toolkit/reading/plain-line.ts';
import { reader } from './index.ts';

const at = (text: string, left: number, middle: number, width = 0.2) =>
  plainLine(text, {
    left,
    right: left + width,
    top: middle - 0.025,
    bottom: middle + 0.025,
    slope: 0,
    strength: 1,
  });
const read = (lines: Parameters<typeof reader.read>[0]) => reader.read(lines, { today: '2026-11-22' });

const LABELS = [
  at('Name', 0.265, 0.232, 0.08),
  at('Father Name', 0.265, 0.437),
  at('Gender', 0.265, 0.632, 0.09),
  at('Country of Stay', 0.375, 0.632),
  at('ldentity Number', 0.265, 0.752),
  at('Date of Birth', 0.527, 0.752),
  at('Date of lssue', 0.265, 0.87),
  at('Date of Expiry', 0.527, 0.87),
];
const VALUES = [
  at('Janat Mirza', 0.265, 0.285),
  at('Mirza Anjum Kamal', 0.265, 0.485),
  at('F', 0.265, 0.685, 0.03),
  at('Pakistan', 0.375, 0.685),
  at('33100-7411692-4', 0.265, 0.805, 0.24),
  at('14.09.2001', 0.527, 0.805, 0.17),
  at('09.03.2020', 0.265, 0.915, 0.17),
  at('09.03.2030', 0.527, 0.915, 0.17),
];
const EXAMPLE = {
  idNumber: '33100-7411692-4',
  name: 'Janat Mirza',
  fatherName: 'Mirza Anjum Kamal',
  gender: 'F',
  country: 'Pakistan',
  birthDay: '20010914',
  issueDay: '20200309',
  expiryDay: '20300309',
};
const replaced = (text: string, other: string) =>
  VALUES.map((line) => (line.best.text === text ? plainLine(other, line.box) : line));

describe('the reader of Pakistani cards', () => {
  test('reads the documents’ own example', () => {
    const { message, kind } = read([...LABELS, ...VALUES]);
    expect(JSON.stringify(message)).toBe(JSON.stringify(EXAMPLE));
    expect(kind).toBe('snic');
  });

  test('says whose the second name is, and shows it under its label', () => {
    const lines = [...LABELS, ...VALUES];
    const { relativeKind } = read(lines).fields;
    expect(relativeKind?.value).toBe('father');
    expect(relativeKind?.lines.map((i) => lines[i]?.best.text)).toEqual(['Father Name', 'Mirza Anjum Kamal']);
  });

  test('finds its way by the labels when everything stands elsewhere', () => {
    const moved = [...LABELS, ...VALUES].map(({ best, box }) =>
      plainLine(best.text, {
        ...box,
        left: box.left + 0.03,
        top: box.top * 0.96 + 0.03,
        bottom: box.bottom * 0.96 + 0.03,
      }),
    );
    expect(read(moved).message).toEqual(EXAMPLE);
  });

  test('a capital I that looks like a small l', () => {
    expect(read([...LABELS, ...replaced('Janat Mirza', 'lqra lqbal')]).message?.name).toBe('Iqra Iqbal');
  });

  test('a number and a birth date that run into each other come apart', () => {
    const fused = VALUES.filter(({ best }) => best.text !== '14.09.2001').map((line) =>
      line.best.text === '33100-7411692-4' ? plainLine('33100-7411692-414.09.2001', line.box) : line,
    );
    expect(read([...LABELS, ...fused]).message).toMatchObject({
      idNumber: '33100-7411692-4',
      birthDay: '20010914',
    });
  });

  test('a line over two columns says where the second begins, and is no anchor for it', () => {
    const joined = VALUES.filter(({ best }) => best.text !== '14.09.2001').map((line) =>
      line.best.text === '33100-7411692-4'
        ? plainLine('33100-7411692-4 14.09.2001', { ...line.box, right: 0.7 })
        : line,
    );
    const reading = read([...LABELS, ...joined]);
    expect(reading.joined).toHaveLength(1);
    expect(reading.joined[0]!.at).toBeGreaterThan(0.5);
    expect(reading.joined[0]!.at).toBeLessThan(0.55);
    expect(Math.max(...reading.anchors.map(({ seen, usual }) => Math.abs(seen[0] - usual[0])))).toBeLessThan(
      0.01,
    );
    expect(read([...LABELS, ...VALUES]).joined).toEqual([]);
  });

  test('countries in the form that the card prints', () => {
    const stay = (text: string) => read([...LABELS, ...replaced('Pakistan', text)]).message?.country;
    for (const name of ['Turkey', 'Hong Kong', 'Bosnia and Herzegovina', 'Azad Kashmir'])
      expect(stay(name)).toBe(name);
    expect(stay('Quqqqq 7x')).toBe('');
  });

  test('a driving licence has a number of this shape, and the word Pakistan', () => {
    const licence = [
      at('DRIVING LICENSE', 0.31, 0.07),
      at('GOVERNMENT OF PUNJAB PAKISTAN', 0.24, 0.16, 0.5),
      at('Hira Ismail', 0.29, 0.27),
      at('LHR-87027', 0.29, 0.42),
      at('64078-5636694-6', 0.29, 0.5, 0.24),
      at('06.10.1971', 0.29, 0.58),
      at('07.03.2022', 0.29, 0.66),
    ];
    expect(read(licence)).toMatchObject({ kind: null, message: null });
    const labelled = [LABELS[0]!, LABELS[1]!, ...licence];
    expect(read(labelled)).toMatchObject({ kind: null, message: null });
  });

  test('both titles in one line', () => {
    const title = at('PAKISTAN Natonal ldentity Card', 0.24, 0.1, 0.57);
    const numberAlone = VALUES.filter(({ best }) => !/^\d\d\./.test(best.text));
    expect(read([title, ...numberAlone]).kind).toBe('snic');
  });

  test('a card for life, and one for overseas', () => {
    expect(read([...LABELS, ...replaced('09.03.2030', 'Lifetime')]).message?.expiryDay).toBe('Lifetime');
    const abroad = read([...LABELS, ...replaced('Pakistan', 'Saudi Arabia')]);
    expect(abroad).toMatchObject({ kind: 'nicop', message: { country: 'Saudi Arabia' } });
  });

  test('an impossible date stays empty, a short number is refused', () => {
    expect(read([...LABELS, ...replaced('14.09.2001', '34.09.2001')]).message?.birthDay).toBe('');
    expect(read([...LABELS, ...replaced('33100-7411692-4', '33100-741169-4')]).message).toBeNull();
  });

  test('a number alone is no card; over dates in their places it is, whether labels are legible or not', () => {
    const numberAlone = VALUES.filter(({ best }) => !/^\d\d\./.test(best.text));
    expect(read(numberAlone)).toMatchObject({ kind: null, message: null });
    expect(read(VALUES).message).toEqual(EXAMPLE);
  });

  test('never throws on wild text', () => {
    const line = fc.record({
      text: fc.oneof(fc.string(), fc.constantFrom(...[...LABELS, ...VALUES].map((l) => l.best.text))),
      left: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
      top: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const { message } = read(lines.map(({ text, left, top }) => at(text, left, top)));
        if (message) expect(message.idNumber).toMatch(/^\d{5}-\d{7}-\d$/);
      }),
      { numRuns: 60 },
    );
  });
});
