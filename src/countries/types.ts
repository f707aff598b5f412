import type { Locale, OcrDetails, ReadField } from '#src/contract/index.ts';

/** ICU texts by message id. Ids are prefixed by the country: `my.number.label`. */
type Catalog = Readonly<Record<string, string>>;

/** The words of each language, fetched when they are needed: a browser loads the one it shows. */
export type Words = Readonly<Record<Locale, () => Promise<{ default: Catalog }>>>;

/** How a field is entered; the form renders each kind with one control. */
type FieldKind = 'number' | 'text' | 'lines' | 'date' | 'choice' | 'contact';

/** One field of a country's form, as data. Labels, hints and options are message ids of `words`. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly maxLength: number;
  /**
   * Names the printed text that this field and its neighbours of the same name are cut from: a doubt about it is
   * one question.
   */
  readonly printed?: string;
  /** Digit groups of a card number, e.g. [6, 2, 4]. */
  readonly groups?: readonly number[];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** A date that may be "none" (a card without expiry); the label of that choice. */
  readonly noDate?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  readonly capitals?: 'words' | 'characters';
}

/** A group of fields under one heading. */
export interface FormSection {
  readonly title: string;
  readonly fields: readonly FieldSpec[];
}

/** What a check found: an error stops, a warning is shown and may be confirmed. `message` is a message id. */
export interface Finding {
  readonly field: string;
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What checks may know beside the values: today, and what was read from the card. */
export interface CheckContext {
  /** ISO date, YYYY-MM-DD. */
  readonly today: string;
  readonly read: Readonly<Record<string, ReadField>> | null;
}

export type Values = Readonly<Record<string, string>>;
export type Check = (values: Values, context: CheckContext) => readonly Finding[];

/** The OK message of a country's endpoint: documented keys in documented order, all strings. */
export type WireMessage = Readonly<Record<string, string>>;

/**
 * Everything that the browser and the BFF need to know of a country. The card reader is a second entry
 * (`reader/index.ts`), so that its lexicons never reach a browser.
 */
export interface Country {
  readonly code: string;
  /** Path of the OCR API's endpoint. */
  readonly ocrPath: string;
  /** Parses the OK message of an upstream; null where it does not have the documented shape. */
  readonly parseMessage: (message: unknown) => WireMessage | null;
  /** The wire's message becomes the form's fields (own names, ISO dates). `details` null: unverified fields. */
  readonly prefill: (message: WireMessage, details: OcrDetails | null) => Readonly<Record<string, ReadField>>;
  readonly layout: readonly FormSection[];
  readonly checks: readonly Check[];
  /** Facts that follow from the values and are shown, not asked (place of birth from the number). */
  readonly derive?: (values: Values) => Readonly<Record<string, { label: string; value: string }>>;
  readonly words: Words;
}

/** What is known of a country before its folder is loaded. */
export interface CountryEntry {
  readonly code: string;
  /** BCP 47 regions and languages that suggest this country, e.g. ['MY', 'ms']. */
  readonly suggestedBy: readonly string[];
  /** What people call the card, in each language. */
  readonly cardName: Readonly<Record<Locale, string>>;
  readonly load: () => Promise<Country>;
}
