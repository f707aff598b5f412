import { readFile } from 'node:fs/promises';
import type { InferenceSession } from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { font } from '#tools/cards/fonts.ts';
import { readDecoys, readKeys, STOCK } from './build.ts';
import { type ClassGroups, groupClasses } from './charset.ts';
import { cutHead } from './passes/head.ts';
import { simplify } from './simplify.ts';
import { difference, drawn, type Input, noise, open, run } from './testing.ts';

/** Largest difference of a probability; the passes round otherwise, some 1e-6 is measured. */
const TOLERANCE = 1e-4;

const LINES = ['880412-10-5526', 'NO 12 JALAN MERANTI 3/4', "Hira Mirza D'Souza (@), 42"];

const lines = (width: number): Input[] =>
  LINES.map((line) => drawn(48, width, [line], font('sans-bold', 30)));

async function largestDifference(a: InferenceSession, b: InferenceSession, inputs: readonly Input[]) {
  const differences: number[] = [];
  for (const input of inputs)
    differences.push(difference((await run(a, input)).data, (await run(b, input)).data));
  return Math.max(...differences);
}

describe('the simplified detector', () => {
  let stock: InferenceSession;
  let simple: InferenceSession;

  beforeAll(async () => {
    const bytes = await readFile(STOCK.det);
    [stock, simple] = [await open(bytes), await open(simplify(bytes))];
  });

  it.each([
    [288, 288],
    [320, 416],
    [384, 608],
    [32, 64],
  ])('computes what the stock one does at %i × %i', async (height, width) => {
    const inputs = [noise(height, width, 1), drawn(height, width, LINES, font('serif', 26))];
    expect(await largestDifference(stock, simple, inputs)).toBeLessThan(TOLERANCE);
  });

  it('marks drawn text, so that there was something to compare', async () => {
    const { data } = await run(simple, drawn(288, 288, LINES, font('sans-bold', 26)));
    expect(data.filter((probability) => probability > 0.6).length).toBeGreaterThan(3_000);
  });
});

describe('the simplified recogniser', () => {
  let stock: InferenceSession;
  let whole: InferenceSession;
  let cut: InferenceSession;
  let groups: ClassGroups;
  let characters: readonly string[];

  beforeAll(async () => {
    const bytes = await readFile(STOCK.rec);
    const grouped = groupClasses(await readKeys(), await readDecoys());
    groups = grouped.groups;
    characters = grouped.charset.characters;
    stock = await open(bytes);
    whole = await open(simplify(bytes));
    cut = await open(simplify(bytes, (graph) => cutHead(graph, groups)));
  });

  it.each([160, 320, 480, 88])('computes what the stock one does at 48 × %i', async (width) => {
    const inputs = [noise(48, width, 2), ...lines(width)];
    expect(await largestDifference(stock, whole, inputs)).toBeLessThan(TOLERANCE);
  });

  it.each([160, 320, 480])('gives each group of classes its share at 48 × %i', async (width) => {
    for (const input of [noise(48, width, 3), ...lines(width)]) {
      const expected = shares((await run(stock, input)).data, groups);
      const { data, dims } = await run(cut, input);
      expect(dims).toEqual([1, width / 8, characters.length]);
      expect(difference(expected.normalised, data)).toBeLessThan(TOLERANCE);
      // Before it is normalised anew, a kept class has exactly the stock probability.
      const restored = data.map((value, i) => value * expected.kept[Math.floor(i / groups.length)]!);
      expect(difference(expected.stock, restored)).toBeLessThan(TOLERANCE);
    }
  });

  it('reads drawn lines', async () => {
    for (const [i, input] of lines(480).entries()) {
      expect(decode((await run(cut, input)).data, characters)).toBe(LINES[i]!.replaceAll(' ', ''));
    }
  });

  it('sees in Urdu what is no Latin letter', async () => {
    // 100 drawn lines of each gave 0.06 to 0.82 (5th to 95th percentile) and 0.00 to 0.02.
    for (const text of ['محمد عثمان خان', 'جنت مرزا', 'احمد رضا قریشی']) {
      const { data } = await run(cut, drawn(48, 320, [text], font('urdu', 20)));
      expect(otherness(data, groups.length)).toBeGreaterThan(0.05);
    }
    for (const text of LINES) {
      const { data } = await run(cut, drawn(48, 480, [text], font('sans-bold', 30)));
      expect(otherness(data, groups.length)).toBeLessThan(0.03);
    }
  });
});

/** What the stock model gives each group at each step: as it is, its sum over all groups, and normalised by it. */
function shares(data: Float32Array, groups: ClassGroups) {
  const steps = Array.from({ length: data.length / 6625 }, (_, t) => data.subarray(t * 6625, (t + 1) * 6625));
  const stock = steps.flatMap((row) => groups.map((group) => group.reduce((sum, i) => sum + row[i]!, 0)));
  const kept = steps.map((_, t) =>
    stock.slice(t * groups.length, (t + 1) * groups.length).reduce((sum, value) => sum + value, 0),
  );
  const normalised = stock.map((value, i) => value / kept[Math.floor(i / groups.length)]!);
  return { stock: Float32Array.from(stock), kept, normalised: Float32Array.from(normalised) };
}

/** Greedy CTC: the likeliest class of each step, repetitions once, blanks dropped, spaces too. */
function decode(data: Float32Array, characters: readonly string[]): string {
  const size = characters.length;
  const classes = Array.from({ length: data.length / size }, (_, t) => {
    const row = data.subarray(t * size, (t + 1) * size);
    return row.indexOf(Math.max(...row));
  });
  const read = classes.filter((value, t) => value !== classes[t - 1]).map((value) => characters[value]);
  return read.join('').replaceAll(' ', '');
}

/** The share of "other" among the steps that are not blank. */
function otherness(data: Float32Array, size: number): number {
  let [other, ink] = [0, 0];
  for (let t = 0; t < data.length / size; t += 1) {
    other += data[(t + 1) * size - 1]!;
    ink += 1 - data[t * size]!;
  }
  return other / ink;
}
