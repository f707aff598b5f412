import type { WireMessage } from './types.ts';

/** Shares of the upright card's width and height, origin top left. May reach over the edge a little. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A part of the card in which text is looked for on its own. */
export interface Zone extends CardBox {
  /** Patches of text on one level that are nearer than this, in line heights, are one line. */
  readonly joinWithin: number;
  /** Lines that run out of the zone on the right are read on to here. */
  readonly readOnTo?: number;
  /** Text that bears it is read from crops this much narrower, at less cost; 1 where nothing is said. */
  readonly squeeze?: number;
}

/** A box around one line of text, with the rise of its base line in card heights per card width. */
export interface LineBox extends CardBox {
  readonly slope: number;
  /** Mean of the detector's probability inside, 0..1. */
  readonly strength: number;
  /** Its zone's. */
  readonly squeeze?: number;
  /** Its zone's: to the right of the line is nothing of the card's up to here. */
  readonly readOnTo?: number;
}

/** One character as decoded, never a space. */
export interface ReadChar {
  readonly char: string;
  /** Its probability, 0..1. */
  readonly p: number;
  /** Its middle, as a share of the card's width. */
  readonly at: number;
  /** Probability that a space stands between it and the next character, 0..1. */
  readonly gap: number;
}

export interface Decoded {
  /** With single spaces where they are likelier than not. */
  readonly text: string;
  readonly chars: readonly ReadChar[];
  /** Geometric mean of the characters' probabilities, 0..1; 0 for no text. */
  readonly confidence: number;
}

/**
 * A line that was recognised: a lattice of character probabilities along its width, from one or several
 * crops of the photo, which can be asked.
 */
export interface TextLine {
  readonly box: LineBox;
  /** The best reading of the best crop, of any printable ASCII characters. */
  readonly best: Decoded;
  /** The best reading with these characters alone; `fold` counts lower case letters as capitals. */
  decode(alphabet: string, fold?: boolean): Decoded;
  /**
   * How well the image bears a text out: the natural logarithm of its probability (CTC, all alignments),
   * the mean over the crops. 0 is certain; each wrong character costs several units.
   */
  score(text: string, fold?: boolean): number;
  /** How many crops were read. */
  readonly looks: number;
}

/** A value changed or settled by something beside the characters alone; `reason` is a stable kebab-case code. */
export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** One field as a reader understood it. An empty value: it was not found. */
export interface FieldReading {
  readonly value: string;
  /** Evidence in 0..1, not yet calibrated: comparable among readings of one field only. */
  readonly evidence: number;
  /** Indices into the lines given to `read`. */
  readonly lines: readonly number[];
  readonly alternatives: readonly { readonly value: string; readonly evidence: number }[];
  readonly corrections: readonly Correction[];
}

export interface Anchor {
  readonly seen: readonly [x: number, y: number];
  readonly usual: readonly [x: number, y: number];
}

export interface CardReading {
  /** The kind of document (`mykad`, `snic` …); null where too little speaks for one of this country's cards. */
  readonly kind: string | null;
  /** 0..1: how much of what such a card must show was seen. */
  readonly kindEvidence: number;
  /** Keyed by the wire's names, plus what is printed but not documented (`citizenship`). */
  readonly fields: Readonly<Record<string, FieldReading>>;
  /** The documented OK message; null where a required field could not be read. */
  readonly message: WireMessage | null;
  /**
   * Points of the text, and where they usually stand, both in card shares: what is far off tells that the
   * outline was.
   */
  readonly anchors: readonly Anchor[];
  /** Lines that a second look could make surer, weakest first. */
  readonly weak: readonly number[];
  /** Lines that run over two columns, and where the second begins, as a share of the card's width. */
  readonly joined: readonly { readonly line: number; readonly at: number }[];
}

export interface ReaderContext {
  /** ISO date, YYYY-MM-DD. */
  readonly today: string;
}

/** From evidence to probability: piecewise linear over ascending evidence. */
export type CalibrationCurve = readonly (readonly [evidence: number, probability: number])[];

/**
 * What the engine must know of a country to read its card. No coordinate is exact: cards are drawn and
 * photographed with errors of several per cent, so readers go by order and neighbourhood.
 */
export interface CardReader {
  readonly code: string;
  /** Parts of the card in which text is looked for. They are detected apart, so that columns never merge. */
  readonly zones: readonly Zone[];
  /** Looked at only where the first zones left the document's kind open. */
  readonly moreZones: readonly Zone[];
  /** Where the card's title stands: read as it is where a blur leaves the detector nothing to find. */
  readonly titles: readonly LineBox[];
  /** Where an upright card is busy (text, portrait, chip, emblem): tells upright from upside down. */
  readonly layout: readonly CardBox[];
  /** Which of the found boxes hold fields; the others are read only where fields stay open. */
  wanted(boxes: readonly LineBox[]): readonly number[];
  /**
   * Where text that only this card has was seen, wherever on the raster it stands: for finding a card whose
   * edges cannot be seen.
   */
  locate(lines: readonly TextLine[], context: ReaderContext): readonly Anchor[];
  /** Never throws, whatever the lines hold. */
  read(lines: readonly TextLine[], context: ReaderContext): CardReading;
  readonly calibration: Readonly<Record<string, CalibrationCurve>>;
}
