import type { Quad } from '#src/contract/index.ts';
import type { WireMessage } from '#src/countries/types.ts';

export type CardCountry = 'my' | 'pk';

/** Kinds of cards that a reader must accept, and of things that it must refuse. */
type CardKind = 'mykad' | 'mypr' | 'mykas' | 'snic' | 'nicop';
export const OTHER_KINDS = [
  'licence',
  'bank',
  'ktp',
  'receipt',
  'business',
  'blank',
  'page',
  'scene',
  'student',
  'passport',
  'foreign',
  'back',
] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

/** A fictional person: the OK message a reader should answer, and what is printed on the card. */
export interface Person {
  readonly country: CardCountry;
  readonly kind: CardKind;
  readonly message: WireMessage;
  readonly printed: MyPrinted | PkPrinted;
}

export interface MyPrinted {
  readonly country: 'my';
  readonly number: string;
  readonly name: readonly string[];
  readonly address: readonly string[];
  readonly citizenship: 'WARGANEGARA' | 'PEMASTAUTIN TETAP' | 'PEMASTAUTIN SEMENTARA';
  readonly islam: boolean;
  readonly gender: 'LELAKI' | 'PEREMPUAN';
  readonly corner: 'H' | 'K' | '';
}

export interface PkPrinted {
  readonly country: 'pk';
  readonly name: string;
  readonly relationLabel: string;
  readonly relation: string;
  readonly nameUrdu: string;
  readonly relationUrdu: string;
  readonly gender: 'M' | 'F' | 'X';
  readonly stay: string;
  readonly number: string;
  readonly birth: string;
  readonly issue: string;
  readonly expiry: string;
  readonly greyPortrait: boolean;
}

/** A rectangle in card pixels, origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A drawn card, or a drawn thing that is none. */
export interface Card {
  readonly country: CardCountry | null;
  readonly kind: CardKind | OtherKind;
  /** What a reader should answer; null for what is no card. */
  readonly message: WireMessage | null;
  /** All that is printed, beyond what the wire carries; null for what is no card. */
  readonly printed: MyPrinted | PkPrinted | null;
  /** Pixels, `width * height * 4` bytes RGBA, not premultiplied, transparent outside the rounded corners. */
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** Boxes of the printed lines per wire field, in card pixels. */
  readonly fields: Readonly<Record<string, readonly Box[]>>;
}

export type Level = 'scan' | 'good' | 'hard';

/** What is in a photo. All coordinates in pixels of the photo as it is displayed (after EXIF orientation). */
export interface Truth {
  readonly country: CardCountry | null;
  readonly kind: CardKind | OtherKind;
  readonly message: WireMessage | null;
  readonly printed: MyPrinted | PkPrinted | null;
  readonly level: Level;
  readonly width: number;
  readonly height: number;
  /** Corners of the card, clockwise from the top left of the upright card. */
  readonly quad: Quad;
  readonly fields: Readonly<Record<string, readonly Quad[]>>;
  /** Every parameter the photo was taken with. */
  readonly parameters: Readonly<Record<string, number | string | boolean>>;
}

export interface Photo {
  readonly jpeg: Uint8Array;
  readonly truth: Truth;
}
