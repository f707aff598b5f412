import type {
  ApplicationReceipt,
  CardRead,
  Consent,
  DraftReply,
  FormValues,
  ReadingReply,
} from '#src/contract/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';

/** The screens of the customer's flow, in the order of the way. */
export const STEPS = ['welcome', 'consent', 'capture', 'reading', 'form', 'receipt'] as const;
export type Step = (typeof STEPS)[number];

/** What is known so far. It only grows on the way, and going back throws nothing away. */
interface Known {
  readonly country: string;
  readonly consent: Consent;
  readonly photo: PreparedPhoto | null;
  readonly reading: CardRead | null;
  /** The reading that was given up for another photo, or for typing: what it had read, nobody has typed. */
  readonly before: CardRead | null;
  readonly values: FormValues;
  readonly confirmed: readonly string[];
}

/** The flow as a closed union: each screen with what it cannot be without. */
export type Flow =
  | { readonly step: 'welcome'; readonly known: Partial<Known> }
  | { readonly step: 'consent'; readonly known: Partial<Known> & Pick<Known, 'country'> }
  | { readonly step: 'capture'; readonly known: Known }
  | { readonly step: 'reading'; readonly known: Known & { readonly photo: PreparedPhoto } }
  | { readonly step: 'form'; readonly known: Known }
  | { readonly step: 'receipt'; readonly country: string; readonly receipt: ApplicationReceipt };

export type FlowEvent =
  | { readonly type: 'country'; readonly country: string }
  | {
      readonly type: 'accepted';
      readonly consent: Consent;
      readonly manual: boolean;
      /** Known already, to begin the form with. */
      readonly contact?: string | null;
    }
  | { readonly type: 'photo'; readonly photo: PreparedPhoto }
  | { readonly type: 'manual' }
  | { readonly type: 'read'; readonly reading: CardRead }
  | { readonly type: 'changed'; readonly values: FormValues; readonly confirmed: readonly string[] }
  | { readonly type: 'resumed'; readonly reply: DraftReply }
  /** It was sent: just now, wherever one has gone meanwhile, or before a reload. */
  | { readonly type: 'sent'; readonly country: string; readonly receipt: ApplicationReceipt }
  | { readonly type: 'goto'; readonly step: Step }
  | { readonly type: 'restart' };

export const START: Flow = { step: 'welcome', known: {} };

const isWhole = (known: Partial<Known>): known is Known =>
  known.country !== undefined && known.consent !== undefined;

/** A screen with what is known, or the nearest one before it that can be shown. */
function arrive(step: Step, known: Partial<Known>): Flow {
  if (step === 'welcome' || known.country === undefined) return { step: 'welcome', known };
  const { country } = known;
  if (step === 'consent' || !isWhole(known)) return { step: 'consent', known: { ...known, country } };
  if (step === 'reading' && known.photo) return { step, known: { ...known, photo: known.photo } };
  return step === 'form' ? { step, known } : { step: 'capture', known };
}

/** What changes when a country is chosen: nothing typed for one card may land on another. */
function choose(known: Partial<Known>, country: string): Partial<Known> {
  return known.country === country ? known : { country, ...(known.consent && { consent: known.consent }) };
}

const fresh = { photo: null, reading: null, before: null, values: {}, confirmed: [] } as const;

/** What is known without its reading: another photo is on its way, or none. Everything typed stays. */
const unread = <K extends Partial<Known>>(known: K) => ({
  ...known,
  reading: null,
  before: known.reading ?? known.before ?? null,
});

/** What is known without a photo that nothing was read of: what was read before stands again. */
const asBefore = (known: Partial<Known>): Partial<Known> =>
  known.photo && !known.reading && known.before
    ? { ...known, photo: null, reading: known.before, before: null }
    : known;

/** A reading that the draft refers to, as far as it can be shown again. */
const readIn = (reading: ReadingReply | null): CardRead | null =>
  reading?.outcome === 'read' ? reading : null;

/** The flow after an event. Events that a screen cannot have leave it as it is. */
export function next(flow: Flow, event: FlowEvent): Flow {
  if (event.type === 'restart') return START;
  if (event.type === 'sent') return { step: 'receipt', country: event.country, receipt: event.receipt };
  if (flow.step === 'receipt') return flow;
  const { known } = flow;
  switch (event.type) {
    case 'country':
      return arrive('consent', choose(known, event.country));
    case 'accepted': {
      const { consent, manual, contact } = event;
      const begun = { ...fresh, ...(contact && { values: { contact } }), ...known, consent };
      return manual ? arrive('form', { ...unread(begun), photo: null }) : arrive('capture', begun);
    }
    case 'photo':
      return arrive('reading', { ...unread(known), photo: event.photo });
    case 'manual':
      return arrive('form', { ...unread(known), photo: null });
    case 'read': {
      if (flow.step !== 'reading') return flow;
      const { reading } = event;
      const { values, before } = flow.known;
      const merged = mergeRead(reading.fields, { values, fields: before?.fields ?? null });
      return arrive('form', { ...known, reading, before: null, values: merged, confirmed: [] });
    }
    case 'changed':
      if (flow.step !== 'form') return flow;
      return { step: 'form', known: { ...flow.known, values: event.values, confirmed: event.confirmed } };
    case 'resumed': {
      const { draft, reading } = event.reply;
      const resumed: Partial<Known> = {
        ...fresh,
        country: draft.country,
        ...(draft.consent && { consent: draft.consent }),
        reading: readIn(reading),
        values: draft.values,
        confirmed: draft.confirmedWarnings,
      };
      const step = STEPS.find((name) => name === draft.step) ?? 'welcome';
      return arrive(step, resumed);
    }
    case 'goto':
      if (event.step === 'receipt') return flow;
      return arrive(event.step, event.step === 'form' ? asBefore(known) : known);
  }
}

/** Digits that a misreading gets wrong at most; two people's numbers differ in more. */
const MISREAD_DIGITS = 2;

/** Whether two numbers are of two cards; a number that is missing or half typed is of none. */
const areTwo = (a = '', b = ''): boolean =>
  a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length > MISREAD_DIGITS;

/**
 * The form's values after a new reading: what it read, over what was typed where it read nothing, and never
 * over what a person changed by hand. Of two cards nothing is mixed: what was changed for an earlier card goes with
 * it; where the number itself stands by hand, nothing is taken of a card with another one, and the checks ask.
 */
export function mergeRead(
  fields: CardRead['fields'],
  old: { readonly values: FormValues; readonly fields: CardRead['fields'] | null },
): FormValues {
  const onCard = fields.number?.value;
  const another = areTwo(old.fields?.number?.value, onCard);
  const byHand = Object.fromEntries(
    Object.entries(old.values).filter(
      ([name, value]) => value !== '' && value !== old.fields?.[name]?.value && !(another && name in fields),
    ),
  );
  if (areTwo(byHand.number, onCard)) return old.values;
  const read = Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => field.value !== '')
      .map(([name, field]) => [name, field.value]),
  );
  return { ...read, ...byHand };
}
