import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Graph } from '../graph.ts';
import { simplify } from '../simplify.ts';
import { difference, noise, open, run } from '../testing.ts';
import { ToyModel } from './toy-model.ts';

/** Simplifies a model, checks that it still computes the same, and tells which operators it has left. */
async function simplified(model: ToyModel, height = 12, width = 20): Promise<Record<string, number>> {
  const before = model.bytes();
  const after = simplify(before);
  const input = noise(height, width, 7);
  const [expected, actual] = [await run(await open(before), input), await run(await open(after), input)];
  expect(actual.dims).toEqual(expected.dims);
  expect(difference(expected.data, actual.data)).toBeLessThan(1e-5);
  const counts: Record<string, number> = {};
  for (const { opType } of new Graph(after).nodes) counts[opType] = (counts[opType] ?? 0) + 1;
  return counts;
}

describe('folding', () => {
  it('puts normalisation, scale and shift into the convolution before', async () => {
    const model = new ToyModel(1);
    const statistics = [
      model.weights(8),
      model.weights(8),
      model.weights(8),
      model.constant(Array(8).fill(0.7)),
    ];
    const normal = model.add('BatchNormalization', [model.conv('x', [3, 8], 3), ...statistics]);
    const scaled = model.add('Mul', [model.constant([1.7]), normal]);
    model.add('Add', [scaled, model.weights(1, 8, 1, 1)]);
    expect(await simplified(model)).toEqual({ Conv: 1 });
  });

  it('puts scale and shift into pointwise convolutions behind, of which there may be several', async () => {
    const model = new ToyModel(2);
    const active = model.hardSwish(model.conv('x', [3, 8], 1));
    const scaled = model.add('Mul', [active, model.constant([0.4])]);
    const shifted = model.add('Add', [scaled, model.constant([-0.3])]);
    model.add('Mul', [model.conv(shifted, [8, 4], 1), model.conv(shifted, [8, 4], 1)]);
    expect(await simplified(model)).toEqual({ Conv: 3, HardSigmoid: 1, Mul: 2 });
  });

  it('never puts a shift into a padded convolution behind: borders would change', async () => {
    const model = new ToyModel(3);
    const active = model.hardSwish(model.conv('x', [3, 8], 1));
    const shifted = model.add('Add', [
      model.add('Mul', [active, model.constant([0.4])]),
      model.constant([9]),
    ]);
    model.conv(shifted, [8, 8], 3, 8);
    // The third convolution is the depthwise one that carries the shift.
    expect(await simplified(model)).toEqual({ Conv: 3, HardSigmoid: 1, Mul: 1 });
  });

  it('leaves a value alone that is read elsewhere too', async () => {
    const model = new ToyModel(4);
    const conv = model.conv('x', [3, 8], 3);
    model.add('Mul', [conv, model.add('Mul', [conv, model.constant([2])])]);
    await simplified(model);
  });

  it('keeps any mix of scales and shifts equal', async () => {
    const step = fc.record({
      op: fc.constantFrom('Mul', 'Add', 'swish', 'pointwise', 'padded', 'depthwise'),
      value: fc.double({ min: -3, max: 3, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 7 }), fc.nat(1000), async (steps, seed) => {
        const model = new ToyModel(seed);
        let value = model.conv('x', [3, 8], 3);
        for (const { op, value: number } of steps) {
          if (op === 'swish') value = model.hardSwish(value);
          else if (op === 'pointwise') value = model.conv(value, [8, 8], 1);
          else if (op === 'padded') value = model.conv(value, [8, 8], 3);
          else if (op === 'depthwise') value = model.conv(value, [8, 8], 5, 8);
          else value = model.add(op, [value, model.constant([number], [])]);
        }
        // Between 0 and 1, so that rounding is comparable however large the values grow.
        model.add('Sigmoid', [value]);
        await simplified(model);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('convolution before upsampling', () => {
  const nearest = { mode: 'nearest', nearest_mode: 'floor', coordinate_transformation_mode: 'asymmetric' };
  const enlarge = (model: ToyModel, value: string, factor: number) =>
    model.add('Resize', [value, model.constant([]), model.constant([1, 1, factor, factor])], nearest);
  const shrink = (model: ToyModel, value: string, factor: number) =>
    model.add('MaxPool', [value], { kernel_shape: [factor, factor], strides: [factor, factor] });

  it('splits a 3×3 convolution over a sum with a doubled map', async () => {
    const model = new ToyModel(5);
    const large = model.conv('x', [3, 8], 3);
    const small = enlarge(model, shrink(model, large, 2), 2);
    model.conv(model.add('Add', [large, small]), [8, 4], 3);
    expect(await simplified(model, 16, 24)).toMatchObject({ DepthToSpace: 1, Conv: 3 });
  });

  it('splits one over maps of several sizes side by side', async () => {
    const model = new ToyModel(6);
    const large = model.conv('x', [3, 8], 3);
    const others = [8, 4, 2].map((factor) => enlarge(model, shrink(model, large, factor), factor));
    model.conv(model.add('Concat', [...others, large], { axis: 1 }), [32, 4], 3);
    expect(await simplified(model, 16, 24)).toMatchObject({ DepthToSpace: 1, Resize: 2 });
  });
});

it('multiplies a gated bottleneck into one kernel', async () => {
  const model = new ToyModel(8);
  const narrow = model.conv('x', [3, 4], 3);
  const attributes = {
    kernel_shape: [1, 1],
    strides: [1, 1],
    dilations: [1, 1],
    pads: [0, 0, 0, 0],
    group: 1,
  };
  const wide = model.add('Conv', [narrow, model.weights(32, 4, 1, 1)], attributes);
  const gate = model.add('HardSigmoid', [model.conv(model.add('GlobalAveragePool', [wide]), [32, 32], 1)]);
  const gated = model.add('Add', [wide, model.add('Mul', [wide, gate])]);
  model.conv(gated, [32, 6], 3);
  expect(await simplified(model)).toMatchObject({ MatMul: 1, Transpose: 1 });
});

it('lays out the blocks of two doubling layers at once', async () => {
  const model = new ToyModel(9);
  const attributes = {
    kernel_shape: [2, 2],
    strides: [2, 2],
    dilations: [1, 1],
    pads: [0, 0, 0, 0],
    group: 1,
  };
  const doubled = (value: string, from: number, to: number) =>
    model.add('ConvTranspose', [value, model.weights(from, to, 2, 2), model.weights(to)], attributes);
  model.add('Sigmoid', [doubled(model.add('Relu', [doubled(model.conv('x', [3, 6], 3), 6, 6)]), 6, 1)]);
  expect(await simplified(model)).toEqual({ Conv: 3, Relu: 1, Sigmoid: 1, DepthToSpace: 1 });
});
