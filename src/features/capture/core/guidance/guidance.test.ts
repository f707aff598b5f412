import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, LIMITS } from './assess.ts';
import { auto, autoStart, GOOD_FRAMES, GOOD_MS } from './auto.ts';
import type { SeenCard, Sight } from './sight.ts';
import { GUIDANCE, type Guidance } from './states.ts';
import { GOOD_SETTLE_MS, READ_MS, SETTLE_MS, steady, steadyStart, UNSETTLED_MS } from './steady.ts';

const card: SeenCard = {
  quad: [
    [0.1, 0.1],
    [0.9, 0.1],
    [0.9, 0.9],
    [0.1, 0.9],
  ],
  score: 0.9,
  width: 1_200,
  span: 0.8,
  tilt: 2,
  cutOff: 0,
  atFrame: false,
  sharpness: 0.9,
  contrast: 0.6,
  brightness: 0.6,
  glare: { fraction: 0, box: null },
};
const sight = (change: Partial<SeenCard> = {}, frame: Partial<Sight> = {}): Sight => ({
  at: 0,
  width: 1_920,
  height: 1_080,
  brightness: 0.5,
  motion: 0.005,
  card: { ...card, ...change },
  ...frame,
});

const number = (max: number) => fc.double({ min: 0, max, noNaN: true });
const anySight: fc.Arbitrary<Sight> = fc.record({
  at: fc.nat(),
  width: fc.constant(1_920),
  height: fc.constant(1_080),
  brightness: number(1),
  motion: number(1),
  card: fc.option(
    fc.record({
      quad: fc.constant(card.quad),
      score: number(1),
      width: number(4_000),
      span: number(1.5),
      tilt: number(90),
      cutOff: number(1),
      atFrame: fc.boolean(),
      sharpness: number(1),
      contrast: number(1),
      brightness: number(1),
      glare: fc.record({ fraction: number(1), box: fc.constant(null) }),
    }),
  ),
});

describe('assess', () => {
  it.each<[Guidance, Sight]>([
    ['good', sight()],
    ['no-card', sight({}, { card: null })],
    ['no-card', sight({ score: 0.1 })],
    ['no-card', sight({ contrast: 0.02 })],
    ['dark', sight({}, { card: null, brightness: 0.03 })],
    ['dark', sight({ brightness: 0.1 })],
    ['cut-off', sight({ cutOff: 0.1 })],
    ['cut-off', sight({ atFrame: true, sharpness: 0 })],
    ['too-near', sight({ span: 0.99 })],
    ['too-far', sight({ span: 0.3, width: 500 })],
    ['good', sight({ span: 0.4, width: 1_500 })],
    ['tilted', sight({ tilt: 40 })],
    ['moving', sight({}, { motion: 0.2 })],
    ['too-bright', sight({ brightness: 0.97 })],
    ['glare', sight({ glare: { fraction: 0.1, box: null } })],
    ['blurred', sight({ sharpness: 0.05 })],
  ])('says %s', (expected, seen) => {
    expect(assess(seen, 'no-card')).toBe(expected);
  });

  it('holds on to what it says between the two ends of a limit', () => {
    for (const limit of Object.values(LIMITS)) expect(limit.on).not.toBe(limit.off);
    const between = sight({ tilt: (LIMITS.tilted.on + LIMITS.tilted.off) / 2 });
    expect(assess(between, 'good')).toBe('good');
    expect(assess(between, 'tilted')).toBe('tilted');
  });

  it('always says one known thing, and the same thing again for the same frame', () => {
    fc.assert(
      fc.property(anySight, fc.constantFrom(...GUIDANCE), (seen, shown) => {
        const said = assess(seen, shown);
        expect(GUIDANCE).toContain(said);
        expect(assess(seen, said)).toBe(said);
      }),
    );
  });
});

const frames = fc.array(
  fc.record({ state: fc.constantFrom(...GUIDANCE), after: fc.integer({ min: 1, max: 400 }) }),
  { maxLength: 60 },
);

describe('steady', () => {
  it('never changes a sentence before it could be read, except to good', () => {
    fc.assert(
      fc.property(frames, (series) => {
        let at = 0;
        let now = steadyStart(0);
        for (const { state, after } of series) {
          at += after;
          const next = steady(now, state, at);
          if (next.shown !== now.shown) {
            expect(next.shown).toBe(state);
            if (state === 'good') expect(at - next.wantedAt).toBeGreaterThanOrEqual(GOOD_SETTLE_MS);
            else {
              // Either the new fault has settled, or the shown one is long gone.
              const settled = at - next.wantedAt >= SETTLE_MS || at - now.leftAt >= UNSETTLED_MS;
              expect(settled).toBe(true);
              expect(at - now.shownAt).toBeGreaterThanOrEqual(READ_MS);
            }
          }
          now = next;
        }
      }),
    );
  });

  it('shows in the end what lasts', () => {
    fc.assert(
      fc.property(frames, fc.constantFrom(...GUIDANCE), (series, last) => {
        let at = 0;
        let now = steadyStart(0);
        for (const { state, after } of series) {
          at += after;
          now = steady(now, state, at);
        }
        for (let i = 0; i < 20; i++) {
          at += 100;
          now = steady(now, last, at);
        }
        expect(now.shown).toBe(last);
      }),
    );
  });

  it('does not hold on to a fault that is gone while two others take turns', () => {
    let now = steady({ ...steadyStart(0), shown: 'tilted' }, 'tilted', 0);
    for (let at = 100; at <= 1_500; at += 100) now = steady(now, at % 200 === 0 ? 'moving' : 'blurred', at);
    expect(['moving', 'blurred']).toContain(now.shown);
  });

  it('lets a single stray frame pass unsaid', () => {
    let now = steadyStart(0);
    for (let at = 0; at <= 2_000; at += 60) now = steady(now, at === 1_020 ? 'glare' : 'no-card', at);
    expect(now.shown).toBe('no-card');
  });
});

describe('auto', () => {
  it('fires only after a run of good frames that lasted, and knows its sharpest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ sharp: fc.option(number(1)), after: fc.integer({ min: 5, max: 200 }) })),
        (series) => {
          let at = 0;
          let run = autoStart;
          let inRow: { sharpness: number; at: number }[] = [];
          for (const { sharp, after } of series) {
            at += after;
            run = auto(run, sharp, at);
            inRow = sharp === null ? [] : [...inRow, { sharpness: sharp, at }];
            if (run.fire) expect(at - inRow[0]!.at).toBeGreaterThanOrEqual(GOOD_MS);
            expect(run.frames).toBe(inRow.length);
            const most = inRow.length === 0 ? null : Math.max(...inRow.map((one) => one.sharpness));
            expect(run.best?.sharpness ?? null).toBe(most);
          }
        },
      ),
    );
  });

  it('takes some 400 ms at any rate from 4 to 30 frames a second', () => {
    for (const step of [33, 66, 120, 250]) {
      let run = autoStart;
      let at = 0;
      while (!run.fire) {
        at += step;
        run = auto(run, 0.5, at);
      }
      // Counted from before the first frame, and rounded up to whole frames.
      expect(at).toBeLessThanOrEqual(350 + 2 * step);
      expect(run.frames).toBeGreaterThanOrEqual(step < 120 ? GOOD_FRAMES : 2);
    }
  });
});
