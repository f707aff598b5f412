import { compileMessage } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type OcrDetails } from '#src/contract/index.ts';
import { joinAddress } from './my/address.ts';
import { COUNTRIES } from './registry.gen.ts';
import { fieldsOf } from './toolkit/checks.ts';

const countries = await Promise.all(COUNTRIES.map((entry) => entry.load()));
const wild = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'Lifetime', '20010914', '20011399', '460619-12-5087', '__proto__', 'none'),
);
const details = (keys: readonly string[]): fc.Arbitrary<OcrDetails | null> =>
  fc.option(
    fc
      .dictionary(
        fc.constantFrom(...keys, 'citizenship', 'relativeKind', 'toString'),
        fc.record({
          value: wild,
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
          doubtful: fc.boolean(),
          quad: fc.constant(null),
          alternatives: fc.array(fc.record({ value: wild, confidence: fc.constant(0.1) })),
          corrections: fc.constant([]),
        }),
      )
      .map((fields) => ({ fields }) as unknown as OcrDetails),
  );
const KEYS: Record<string, readonly string[]> = {
  my: ['CardNumber', 'DateOfBirth', 'Gender', 'Name', 'Address'],
  pk: ['idNumber', 'name', 'fatherName', 'gender', 'country', 'birthDay', 'issueDay', 'expiryDay'],
};
/** Letters and digits of a text in order: dashes and spelled-out codes are the form's own. */
const core = (text: string): string => text.replace(/[\s-]/g, '');

describe.each(countries)('country $code', (country) => {
  const keys = KEYS[country.code] ?? [];
  const messages = fc.record(Object.fromEntries(keys.map((key) => [key, wild])));
  const specs = fieldsOf(country.layout);
  const wordsIn = async (locale: (typeof LOCALES)[number]) => (await country.words[locale]()).default;

  it('has every word in every language, and each compiles', async () => {
    const ids = Object.keys(await wordsIn('en'));
    for (const locale of LOCALES) {
      const words = await wordsIn(locale);
      expect(Object.keys(words).sort()).toEqual([...ids].sort());
      for (const text of Object.values(words)) expect(() => compileMessage(text)).not.toThrow();
    }
    const used = [
      ...country.layout.map((section) => section.title),
      ...specs.flatMap((spec) => [
        spec.label,
        ...[spec.hint, spec.noDate].filter((id) => id !== undefined),
        ...(spec.options ?? []).map((option) => option.label),
      ]),
    ];
    for (const id of used) expect(ids).toContain(id);
  });

  it('says every finding in words that exist', async () => {
    const english = await wordsIn('en');
    const values = fc.dictionary(fc.constantFrom(...specs.map((spec) => spec.name)), wild);
    fc.assert(
      fc.property(values, details(keys), messages, (given, detail, message) => {
        const read = country.prefill(message, detail);
        for (const check of country.checks) {
          for (const finding of check(given, { today: '2026-11-22', read })) {
            expect(english).toHaveProperty([finding.message]);
            expect(specs.map((spec) => spec.name)).toContain(finding.field);
          }
        }
      }),
    );
  });

  it('asks about one printed text once: its fields follow one another', () => {
    for (const { fields } of country.layout) {
      const runs = fields.map(({ printed }) => printed).filter((name, at, all) => name !== all[at - 1]);
      const named = runs.filter((name) => name !== undefined);
      expect(named).toEqual([...new Set(named)]);
    }
  });

  it('never crashes on anything a wire may carry', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.anything(), (values, anything) => {
        for (const check of country.checks) check(values, { today: '2026-11-22', read: null });
        country.derive?.(values);
        country.parseMessage(anything);
      }),
    );
  });

  it('prefills every field of the layout that a card carries, losing no character', () => {
    fc.assert(
      fc.property(messages, details(keys), (message, detail) => {
        const read = country.prefill(message, detail);
        for (const name of Object.keys(read)) expect(specs.map((spec) => spec.name)).toContain(name);
        const values = Object.values(read).map((field) => field.value);
        const address = joinAddress({
          lines: read.addressLines?.value ?? '',
          postcode: read.postcode?.value ?? '',
          town: read.town?.value ?? '',
          state: read.state?.value ?? '',
        });
        const spelled = new Map([
          ['M', 'LELAKI'],
          ['F', 'PEREMPUAN'],
          ['none', 'Lifetime'],
        ]);
        const kept = [...values, ...values.map((value) => spelled.get(value) ?? ''), address].map(core);
        for (const value of Object.values(message)) expect(kept).toContain(core(value));
      }),
    );
  });
});
