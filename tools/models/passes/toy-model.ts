import { create, toBinary } from '@bufbuild/protobuf';
import {
  GraphProtoSchema,
  ModelProtoSchema,
  type NodeProto,
  OperatorSetIdProtoSchema,
  TensorProto_DataType,
  TensorShapeProto_DimensionSchema,
  TensorShapeProtoSchema,
  TypeProto_TensorSchema,
  TypeProtoSchema,
  ValueInfoProtoSchema,
} from 'onnx-buf';
import { node } from '../graph.ts';
import { floats, type Tensor, toProto } from '../tensor.ts';
import { random } from '../testing.ts';

/** Builds a small model for a test: from `x`, float32 [1, 3, H, W], to the value added last; opset 11. */
export class ToyModel {
  readonly #next: () => number;
  readonly #nodes: NodeProto[] = [];
  readonly #constants: [string, Tensor][] = [];

  constructor(seed: number) {
    this.#next = random(seed);
  }

  /** A constant of random numbers in [-0.5, 0.5). */
  weights(...dims: number[]): string {
    const size = dims.reduce((product, dim) => product * dim, 1);
    return this.constant(
      Array.from({ length: size }, () => this.#next() - 0.5),
      dims,
    );
  }

  constant(values: readonly number[], dims: readonly number[] = [values.length]): string {
    const name = `c${this.#constants.length}`;
    this.#constants.push([name, floats(values, dims)]);
    return name;
  }

  add(opType: string, input: readonly string[], attributes: Parameters<typeof node>[3] = {}): string {
    const output = `v${this.#nodes.length}`;
    this.#nodes.push(node(opType, input, output, attributes));
    return output;
  }

  /** A convolution with random weights that keeps the size: `kernel` is odd. */
  conv(input: string, channels: readonly [from: number, to: number], kernel: number, group = 1): string {
    const [from, to] = channels;
    const pad = (kernel - 1) / 2;
    const constants = [this.weights(to, from / group, kernel, kernel), this.weights(to)];
    return this.add('Conv', [input, ...constants], {
      kernel_shape: [kernel, kernel],
      strides: [1, 1],
      dilations: [1, 1],
      pads: [pad, pad, pad, pad],
      group,
    });
  }

  /** The hard swish as the exporter writes it. */
  hardSwish(input: string): string {
    const shifted = this.add('Add', [input, this.constant([3], [])]);
    const clipped = this.add('Clip', [shifted, this.constant([0], []), this.constant([6], [])]);
    return this.add('Div', [this.add('Mul', [input, clipped]), this.constant([6], [])]);
  }

  /** The model's file. */
  bytes(): Uint8Array {
    const last = this.#nodes.at(-1)!.output[0]!;
    const graph = create(GraphProtoSchema, {
      name: 'toy',
      node: this.#nodes,
      initializer: this.#constants.map(([name, tensor]) => toProto(name, tensor)),
      input: [image('x', 3)],
      output: [image(last)],
    });
    const opsetImport = [create(OperatorSetIdProtoSchema, { domain: '', version: 11n })];
    return toBinary(ModelProtoSchema, create(ModelProtoSchema, { irVersion: 8n, opsetImport, graph }));
  }
}

function image(name: string, channels?: number) {
  const dim = ['N', channels, 'H', 'W'].map((size) =>
    create(TensorShapeProto_DimensionSchema, {
      value:
        typeof size === 'number'
          ? { case: 'dimValue', value: BigInt(size) }
          : { case: 'dimParam', value: `${name}.${size ?? 'C'}` },
    }),
  );
  const shape = create(TensorShapeProtoSchema, { dim });
  const value = create(TypeProto_TensorSchema, { elemType: TensorProto_DataType.FLOAT, shape });
  return create(ValueInfoProtoSchema, {
    name,
    type: create(TypeProtoSchema, { value: { case: 'tensorType', value } }),
  });
}
