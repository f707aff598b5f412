import type { Quad } from '#src/contract/index.ts';
import type { WireMessage } from '#src/countries/types.ts';

/** One photo with its truth, whichever renderer drew it. */
export interface Sample {
  readonly id: string;
  /** The endpoint it is sent to. */
  readonly country: string;
  readonly kind: string;
  readonly level: string;
  readonly bytes: Uint8Array;
  /** null: must be refused as no card of that country. */
  readonly message: WireMessage | null;
  readonly quad: Quad | null;
  /** What the camera saw instead of the card itself, where that shows plainly. */
  readonly medium?: 'photocopy' | 'screen';
}
