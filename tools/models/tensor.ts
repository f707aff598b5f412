import { create } from '@bufbuild/protobuf';
import { type TensorProto, TensorProto_DataType, TensorProtoSchema } from 'onnx-buf';

/** A constant of a graph. `data` is row-major; a scalar has no `dims`. */
export interface Tensor {
  readonly dims: readonly number[];
  readonly data: Float32Array | Int32Array | BigInt64Array;
}

/** Float constants are what the passes compute with; anything else is not theirs. */
export interface FloatTensor extends Tensor {
  readonly data: Float32Array;
}

const { FLOAT, INT32, INT64 } = TensorProto_DataType;

/** Reads a constant. Throws on element types that none of these models has. */
export function fromProto(proto: TensorProto): Tensor {
  const dims = proto.dims.map(Number);
  // A copy of its own, because the bytes inside a file are not aligned to elements.
  const raw = new Uint8Array(proto.rawData).buffer;
  const filled = raw.byteLength > 0;
  switch (proto.dataType) {
    case FLOAT:
      return { dims, data: filled ? new Float32Array(raw) : Float32Array.from(proto.floatData) };
    case INT32:
      return { dims, data: filled ? new Int32Array(raw) : Int32Array.from(proto.int32Data) };
    case INT64:
      return { dims, data: filled ? new BigInt64Array(raw) : BigInt64Array.from(proto.int64Data) };
    default:
      throw new Error(`constant ${proto.name}: element type ${proto.dataType} is not supported`);
  }
}

export function toProto(name: string, { dims, data }: Tensor): TensorProto {
  const dataType = data instanceof Float32Array ? FLOAT : data instanceof Int32Array ? INT32 : INT64;
  return create(TensorProtoSchema, {
    name,
    dataType,
    dims: dims.map(BigInt),
    rawData: new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength),
  });
}

export const floats = (values: Iterable<number>, dims?: readonly number[]): FloatTensor => {
  const data = Float32Array.from(values);
  return { dims: dims ?? [data.length], data };
};

export const longs = (values: readonly number[]): Tensor => ({
  dims: [values.length],
  data: BigInt64Array.from(values.map(BigInt)),
});
