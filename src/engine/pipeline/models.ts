/** A tensor of float32 and its shape. */
interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** One loaded ONNX graph: a function from tensor to tensor. Handed in, so that the pipeline knows no runtime. */
export type Session = (input: Tensor) => Promise<Tensor>;

export interface Models {
  /** [1, 3, height, width] in → [1, 1, height, width] probability of text; sides multiples of 32. */
  readonly detect: Session;
  /** [1, 3, 48, width] in → [1, steps, classes] probabilities; class 0 is blank. */
  readonly recognise: Session;
  /** Characters of the recogniser's classes 1, 2, … */
  readonly classes: readonly string[];
}
