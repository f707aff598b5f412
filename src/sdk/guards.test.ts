import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { EMBED_ERRORS, type EmbedErrorCode, frameMessage, pageMessage } from '#src/contract/embed.ts';
import type { Locale } from '#src/contract/index.ts';
import { ERROR_CODES, frameMessageOf, inspectedOf } from './guards.ts';
import type * as published from './types.ts';

const text = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('expired', 'refused', 'kenal', ''));
const wild = fc.oneof(
  text,
  fc.double(),
  fc.integer({ min: -5, max: 25_000 }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.array(fc.constantFrom(...EMBED_ERRORS, 'other')),
);
const level = fc.record(
  {
    origin: text,
    allow: fc.option(fc.boolean()),
    sandbox: fc.option(text),
    policy: fc.option(fc.boolean()),
    secure: fc.boolean(),
    top: fc.boolean(),
  },
  { requiredKeys: ['origin', 'allow', 'sandbox', 'policy', 'secure'] },
);
const payload = fc.oneof(
  fc.record(
    {
      id: text,
      step: text,
      height: wild,
      reason: wild,
      code: fc.oneof(fc.constantFrom(...EMBED_ERRORS), text),
      message: wild,
      candidates: wild,
      applicationId: wild,
      reference: wild,
      levels: fc.oneof({ weight: 5, arbitrary: fc.array(level, { maxLength: 22 }) }, wild),
      whole: fc.oneof({ weight: 5, arbitrary: fc.boolean() }, wild),
    },
    { requiredKeys: ['id', 'levels', 'whole'] },
  ),
  wild,
  fc.array(wild),
);
const message = fc.oneof(
  fc.record(
    {
      source: fc.oneof({ weight: 9, arbitrary: fc.constant('kenal') }, { weight: 1, arbitrary: wild }),
      version: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -1, max: 4 }) }, wild),
      type: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...frameTypes(), 'inspected', 'toString', '__proto__') },
        { weight: 1, arbitrary: wild },
      ),
      payload,
    },
    { requiredKeys: ['type'] },
  ),
  wild,
  fc.array(wild),
);

function frameTypes(): string[] {
  return ['ready', 'token', 'resize', 'step', 'complete', 'cancel', 'error', 'inspect'];
}

describe('the guards by hand', () => {
  it('know the codes of the contract', () => {
    expect([...ERROR_CODES]).toEqual([...EMBED_ERRORS]);
    expectTypeOf<published.EmbedErrorCode>().toEqualTypeOf<EmbedErrorCode>();
    expectTypeOf<published.Locale>().toEqualTypeOf<Locale>();
  });

  it('take what the contract takes from a frame, and nothing else', () => {
    let taken = 0;
    fc.assert(
      fc.property(message, (data) => {
        const ours = frameMessageOf(data) !== null;
        if (ours) taken++;
        expect(ours).toBe(frameMessage.safeParse(data).success);
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it('take what the contract takes as an inspection, and nothing else', () => {
    let taken = 0;
    const inspected = message.map((data) =>
      typeof data === 'object' && data !== null && 'type' in data ? { ...data, type: 'inspected' } : data,
    );
    fc.assert(
      fc.property(inspected, (data) => {
        const ours = inspectedOf(data) !== null;
        if (ours) taken++;
        expect(ours).toBe(pageMessage.safeParse(data).success);
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(10);
  });
});
