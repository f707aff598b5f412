import type { BedState } from '../bed-deps.ts';

/** The header of an order. */
export const ORDER = 'x-test-order';

/** What the tests want of which bed. */
export interface Order {
  readonly bed: string;
  readonly wants: 'bed' | 'answer' | 'due';
  /** Where its images lie in the bucket. */
  readonly images: string;
  readonly database: number;
  readonly state: BedState;
}

/** What has happened in a bed, for the test to look at. */
export type News = readonly ['line', string] | readonly ['kept' | 'erased', string];
