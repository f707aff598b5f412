import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  type AttributeProto,
  AttributeProtoSchema,
  AttributeProto_AttributeType as AttributeType,
  type ModelProto,
  ModelProtoSchema,
  type NodeProto,
  NodeProtoSchema,
} from 'onnx-buf';
import { type FloatTensor, fromProto, type Tensor, toProto } from './tensor.ts';

type AttributeValue = number | string | readonly number[];

/** Attributes whose ONNX type is float although their value may be whole. */
const FLOAT_ATTRIBUTES = new Set(['alpha', 'beta']);

/**
 * An ONNX graph to be rewritten: nodes in execution order, and constants apart from them by name. Passes
 * mutate it; `write` drops whatever no output needs any more.
 */
export class Graph {
  nodes: NodeProto[];
  readonly constants = new Map<string, Tensor>();
  readonly outputs: readonly string[];
  readonly #model: ModelProto;
  #fresh = 0;

  constructor(bytes: Uint8Array) {
    this.#model = fromBinary(ModelProtoSchema, bytes);
    const graph = this.#model.graph;
    if (!graph) throw new Error('the model holds no graph');
    this.nodes = [];
    this.outputs = graph.output.map(({ name }) => name);
    for (const tensor of graph.initializer) this.constants.set(tensor.name, fromProto(tensor));
    for (const node of graph.node) {
      const value =
        node.opType === 'Constant' ? node.attribute.find(({ name }) => name === 'value')?.t : null;
      if (value) this.constants.set(node.output[0]!, fromProto(value));
      else this.nodes.push(node);
    }
  }

  /** The ONNX file's bytes. Nodes that passes add must exist in the model's own opset, 9 or 11. */
  write(): Uint8Array {
    this.dropDead();
    const graph = this.#model.graph!;
    graph.node = this.nodes;
    const used = new Set(this.nodes.flatMap(({ input }) => input));
    graph.initializer = [...this.constants]
      .filter(([name]) => used.has(name))
      .map(([name, tensor]) => toProto(name, tensor));
    return toBinary(ModelProtoSchema, this.#model);
  }

  /** The only node that reads a value; undefined where there are several, or where it is an output. */
  soleConsumer(name: string): NodeProto | undefined {
    const all = this.consumers(name);
    return all.length === 1 && !this.outputs.includes(name) ? all[0] : undefined;
  }

  consumers(name: string): NodeProto[] {
    return this.nodes.filter(({ input }) => input.includes(name));
  }

  producer(name: string | undefined): NodeProto | undefined {
    return this.nodes.find(({ output }) => name !== undefined && output.includes(name));
  }

  float(name: string | undefined): FloatTensor | undefined {
    const tensor = name === undefined ? undefined : this.constants.get(name);
    return tensor?.data instanceof Float32Array ? (tensor as FloatTensor) : undefined;
  }

  /** The value of a one-element float constant. */
  scalar(name: string | undefined): number | undefined {
    const tensor = this.float(name);
    return tensor?.data.length === 1 ? tensor.data[0] : undefined;
  }

  /** Declares the size of an output's axis, which a pass has changed. */
  setOutputDimension(output: number, axis: number, size: number): void {
    const type = this.#model.graph?.output[output]?.type?.value;
    const dimension = type?.case === 'tensorType' ? type.value.shape?.dim[axis] : undefined;
    if (dimension) dimension.value = { case: 'dimValue', value: BigInt(size) };
  }

  /** Adds a constant under a name of its own, and returns that name. */
  constant(tensor: Tensor): string {
    const name = this.name('const');
    this.constants.set(name, tensor);
    return name;
  }

  name(hint: string): string {
    this.#fresh += 1;
    return `kenal.${hint}.${this.#fresh}`;
  }

  /** Several fresh names at once. */
  names<const H extends readonly string[]>(...hints: H): { [K in keyof H]: string } {
    return hints.map((hint) => this.name(hint)) as { [K in keyof H]: string };
  }

  remove(...gone: readonly NodeProto[]): void {
    this.nodes = this.nodes.filter((node) => !gone.includes(node));
  }

  /** Puts `fresh` where `node` stood. */
  replace(node: NodeProto, ...fresh: readonly NodeProto[]): void {
    this.nodes.splice(this.nodes.indexOf(node), 1, ...fresh);
  }

  /** Takes a node out whose result is another value that exists already. An output keeps its name. */
  bypass(node: NodeProto, value: string): void {
    const result = node.output[0]!;
    this.remove(node);
    const [from, to] = this.outputs.includes(result) ? [value, result] : [result, value];
    const renamed = (name: string) => (name === from ? to : name);
    for (const other of this.nodes) {
      other.input = other.input.map(renamed);
      other.output = other.output.map(renamed);
    }
  }

  /** Drops every node that no output needs. */
  dropDead(): void {
    const needed = new Set(this.outputs);
    const kept: NodeProto[] = [];
    for (const node of this.nodes.toReversed()) {
      if (!node.output.some((name) => needed.has(name))) continue;
      kept.unshift(node);
      for (const name of node.input) needed.add(name);
    }
    this.nodes = kept;
  }
}

/** A new node of the standard domain. */
export function node(
  opType: string,
  input: readonly string[],
  output: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): NodeProto {
  return create(NodeProtoSchema, {
    opType,
    name: output,
    input: [...input],
    output: [output],
    attribute: Object.entries(attributes).map(([name, value]) => attribute(name, value)),
  });
}

function attribute(name: string, value: AttributeValue): AttributeProto {
  const base = { name };
  if (typeof value === 'string') {
    const s = new TextEncoder().encode(value);
    return create(AttributeProtoSchema, { ...base, type: AttributeType.STRING, s });
  }
  if (typeof value !== 'number') {
    return create(AttributeProtoSchema, { ...base, type: AttributeType.INTS, ints: value.map(BigInt) });
  }
  return FLOAT_ATTRIBUTES.has(name)
    ? create(AttributeProtoSchema, { ...base, type: AttributeType.FLOAT, f: value })
    : create(AttributeProtoSchema, { ...base, type: AttributeType.INT, i: BigInt(value) });
}

const find = (of: NodeProto, name: string) => of.attribute.find((entry) => entry.name === name);

export const ints = (of: NodeProto, name: string): number[] => find(of, name)?.ints.map(Number) ?? [];
export const int = (of: NodeProto, name: string, fallback: number): number =>
  Number(find(of, name)?.i ?? fallback);
export const text = (of: NodeProto, name: string): string => new TextDecoder().decode(find(of, name)?.s);
export const float = (of: NodeProto, name: string, fallback: number): number => find(of, name)?.f ?? fallback;

/** The two inputs of a commutative node of which one is a float constant. */
export interface ConstantOperand {
  readonly value: string;
  readonly constant: FloatTensor;
}

/** Tells a node's constant input from the other; undefined where it is not one of each. */
export function constantOperand(graph: Graph, of: NodeProto): ConstantOperand | undefined {
  const [a, b] = of.input;
  const left = graph.float(a);
  const right = graph.float(b);
  if (right && a && !left) return { value: a, constant: right };
  if (left && b && !right) return { value: b, constant: left };
  return undefined;
}
