import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawn } from '../draw/parts.ts';
import type { Box } from '../draw/svg.ts';
import { randomFrom } from '../random.ts';
import { conditions, DISTORTIONS, type Distortion } from './conditions.ts';
import { chooseFrame } from './frame.ts';
import { apply, CARD_HEIGHT, edgeDistance, ID1, invert, project, projectBox } from './geometry.ts';
import { fingerDistance, holdingHand } from './hand.ts';
import { motion } from './sensor.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const TEXT: Box = [0.03, 0.21, 0.95, 0.965];
const CARD: Drawn = { svg: '', faces: [], text: [TEXT], variants: [] };

describe('geometry', () => {
  it('inverts what it projects', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 0.78, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: -0.6, max: 0.6, noNaN: true }),
        (turn, tilt, tiltAxis, x) => {
          const h = project({ turn, tilt, tiltAxis, distance: 2, scale: 900 }, [640, 480]);
          const [backX, backY] = apply(invert(h), apply(h, [x, -x / 2]));
          expect(backX).toBeCloseTo(x, 6);
          expect(backY).toBeCloseTo(-x / 2, 6);
        },
      ),
    );
  });

  it('leaves an untilted card its shape, turned clockwise', () => {
    const upright = project({ turn: 0, tilt: 0, tiltAxis: 1, distance: 2, scale: 1000 }, [500, 400]);
    expect(projectBox(upright, [0, 0, 1, 1])[2].map(Math.round)).toEqual([1000, 715]);
    const turned = project({ turn: Math.PI / 2, tilt: 0, tiltAxis: 1, distance: 2, scale: 1000 }, [500, 500]);
    expect(projectBox(turned, [0, 0, 1, 1])[0].map(Math.round)).toEqual([815, 0]);
  });

  it('knows inside from outside', () => {
    expect(edgeDistance(ID1, 0, 0)).toBeLessThan(-0.3);
    expect(edgeDistance(ID1, 0.499, 0.314)).toBeGreaterThan(0);
    expect(edgeDistance(ID1, 0.6, 0)).toBeCloseTo(0.1, 6);
  });
});

describe('frames', () => {
  it('keep the text inside, the corners clockwise, and the size in bounds', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('scan', 'good', 'hard'), (seed, level) => {
        const random = randomFrom(`f${seed}`);
        const found = conditions(random.fork('c'), level);
        const { quad, place, width, height, scale } = chooseFrame(
          random.fork('f'),
          found,
          level,
          CARD,
          false,
        );
        const area = quad.reduce((sum, [x, y], i) => {
          const [u, v] = quad[(i + 1) % 4]!;
          return sum + x * v - u * y;
        }, 0);
        expect(area).toBeGreaterThan(0);
        for (const [x, y] of projectBox(place, TEXT)) {
          expect(x).toBeGreaterThan(0);
          expect(y).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
          expect(y).toBeLessThan(height);
        }
        expect(scale).toBeGreaterThanOrEqual(400);
        if (scale > 400) expect(Math.max(width, height)).toBeLessThanOrEqual(1702);
      }),
    );
  });
});

describe('conditions', () => {
  it('reach all three strengths of every distortion over the levels', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 3000; seed++)
      for (const [name, level] of Object.entries(conditions(randomFrom(`c${seed}`), 'hard')))
        seen.add(`${name}${level}`);
    for (const name of DISTORTIONS) for (const level of [2, 3]) expect(seen).toContain(`${name}${level}`);
  });

  it('keep a good photo free of strong distortions and of tilt over 15°', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const found = conditions(randomFrom(`g${seed}`), 'good');
      expect(Math.max(...Object.values(found))).toBeLessThan(3);
      expect(found.tilt).toBeLessThan(2);
    }
  });

  it('give a hard photo one or two strong distortions', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const found = conditions(randomFrom(`h${seed}`), 'hard');
      const strong = (Object.keys(found) as Distortion[]).filter((name) => found[name] === 3);
      expect(strong.length).toBeLessThanOrEqual(2);
    }
  });
});

it('a thumb keeps off the text', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const text: Box[] = [
        [0.014, 0.2, 0.4, 0.29],
        [0.014, 0.64, 0.5, 0.97],
        [0.655, 0.87, 0.955, 0.965],
      ];
      const { thumb } = holdingHand(randomFrom(`t${seed}`), text);
      for (const [left, top, right, bottom] of text)
        for (const [x, y] of [
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
        ] as const)
          expect(fingerDistance(thumb, x - 0.5, (y - 0.5) * CARD_HEIGHT)).toBeGreaterThan(0);
    }),
  );
});

it('motion keeps the brightness and spreads a point over its path', () => {
  const picture = { width: 40, height: 40, data: new Uint8Array(40 * 40 * 3) };
  picture.data.set([240, 240, 240], (20 * 40 + 20) * 3);
  const { data } = motion(randomFrom('m'), picture, 6);
  const lit = data.filter((value) => value > 0);
  expect(lit.length).toBeGreaterThan(9);
  expect(lit.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(3 * 240 * 0.9);
});
