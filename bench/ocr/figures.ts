import type { FieldOutcome, Outcomes } from './accuracy.ts';
import { bare, calibration, distance, type Prediction, type Share, tokenised, wilson } from './score.ts';

export interface FieldFigures {
  readonly exact: Share;
  readonly ignoringSpaces: Share;
  /** Character errors per printed character; a refused card's field counts all of its characters. */
  readonly cer: number;
}

export interface Figures {
  readonly byField: Readonly<Record<string, Readonly<Record<string, FieldFigures>>>>;
  readonly byLevel: Readonly<Record<string, FieldFigures>>;
  readonly scansAndGood: Share;
  readonly hard: Share;
  /** Addresses of scans and good photos: to the letter, with case and spacing normalised, without any space. */
  readonly addressLetter: Share;
  readonly addressTokens: Share;
  readonly addressBare: Share;
  readonly wrongNumber: Share;
  readonly cardsRefused: Share;
  readonly negativesRefused: Share;
  readonly negativesAsNotCard: Share;
  readonly ece: number;
  readonly bins: ReturnType<typeof calibration>['bins'];
  readonly doubtfulWrong: Share;
  readonly doubtfulRight: Share;
  /** Each warning: how often it was given where it should be, and where it should not. */
  readonly warnings: Readonly<Record<'photocopy' | 'screen' | 'edited', { hit: Share; falseAlarm: Share }>>;
}

const isExact = ({ got, want }: FieldOutcome): boolean => got === want;
const same =
  (form: (text: string) => string) =>
  ({ got, want }: FieldOutcome): boolean =>
    got !== null && form(got) === form(want);
const NUMBERS = new Set(['CardNumber', 'idNumber']);

function figuresOf(fields: readonly FieldOutcome[]): FieldFigures {
  const errors = fields.reduce(
    (sum, { got, want }) => sum + (got === null ? want.length : distance(got, want)),
    0,
  );
  const length = fields.reduce((sum, { want }) => sum + want.length, 0);
  return {
    exact: share(fields, isExact),
    ignoringSpaces: share(fields, same(bare)),
    cer: length === 0 ? 0 : errors / length,
  };
}

const share = <T>(items: readonly T[], right: (item: T) => boolean): Share =>
  wilson(items.filter(right).length, items.length);

function grouped<T>(items: readonly T[], key: (item: T) => string): Record<string, T[]> {
  const groups: Record<string, T[]> = {};
  for (const item of items) {
    const group = groups[key(item)];
    if (group) group.push(item);
    else groups[key(item)] = [item];
  }
  return groups;
}

const mapValues = <A, B>(record: Record<string, A>, f: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value)]));

/** Every figure of issue and README that is about reading right. */
export function figures({ cards, fields }: Outcomes): Figures {
  const real = cards.filter((card) => card.isCard);
  const negatives = cards.filter((card) => !card.isCard);
  const easy = fields.filter(({ level }) => level !== 'hard');
  const addresses = easy.filter(({ field }) => field === 'Address');
  const numbers = fields.filter(({ field }) => NUMBERS.has(field));
  const told = fields.filter(({ detail }) => detail !== null);
  const predictions = told.map(
    (outcome): Prediction => ({ confidence: outcome.detail!.confidence, right: isExact(outcome) }),
  );
  const doubtful = (outcome: FieldOutcome) => outcome.detail!.doubtful;
  const { ece, bins } = calibration(predictions);
  return {
    byField: mapValues(
      grouped(fields, ({ country, field }) => `${country} ${field}`),
      (own) => ({
        all: figuresOf(own),
        ...mapValues(
          grouped(own, ({ level }) => level),
          figuresOf,
        ),
      }),
    ),
    byLevel: mapValues(
      grouped(fields, ({ level }) => level),
      figuresOf,
    ),
    scansAndGood: share(easy, isExact),
    hard: share(
      fields.filter(({ level }) => level === 'hard'),
      isExact,
    ),
    addressLetter: share(addresses, isExact),
    addressTokens: share(addresses, same(tokenised)),
    addressBare: share(addresses, same(bare)),
    wrongNumber: share(numbers, ({ got, want }) => got !== null && got !== want),
    cardsRefused: share(real, ({ reply }) => reply.status !== 'OK'),
    negativesRefused: share(negatives, ({ reply }) => reply.status !== 'OK'),
    negativesAsNotCard: share(
      negatives,
      ({ reply }) => reply.status === 'FAIL' && reply.message === 'not identity card',
    ),
    ece,
    bins,
    doubtfulWrong: share(
      told.filter((o) => !isExact(o)),
      doubtful,
    ),
    doubtfulRight: share(told.filter(isExact), doubtful),
    warnings: {
      photocopy: warningOf(real, 'photocopy'),
      screen: warningOf(real, 'screen'),
      edited: warningOf(real, 'edited'),
    },
  };
}

/** Of cards that were read; nothing in the set was edited. */
function warningOf(cards: Outcomes['cards'], warning: 'photocopy' | 'screen' | 'edited') {
  const read = cards.flatMap(({ reply, medium }) =>
    reply.status === 'OK' && reply.details ? [{ medium, warnings: reply.details.warnings }] : [],
  );
  const given = ({ warnings }: (typeof read)[number]) => warnings.includes(warning);
  return {
    hit: share(
      read.filter(({ medium }) => medium === warning),
      given,
    ),
    falseAlarm: share(
      read.filter(({ medium }) => medium !== warning),
      given,
    ),
  };
}
