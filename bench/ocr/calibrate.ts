import { calibrate, NONE } from '#src/engine/sureness.ts';
import { calibration } from './score.ts';

/** One field of a tuning photo. */
export interface Judged {
  readonly field: string;
  readonly level: string;
  /** The engine's `surenessOf` it. */
  readonly evidence: number;
  /** What the reader's calibration makes of it. */
  readonly confidence: number;
  readonly right: boolean;
  readonly sent: boolean;
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  digits: ['CardNumber', 'DateOfBirth', 'idNumber', 'birthDay', 'issueDay', 'expiryDay'],
  choice: ['Gender', 'gender', 'country'],
  name: ['Name', 'name', 'fatherName'],
  address: ['Address'],
};
/** Edges of the bins: evidence spreads over orders of magnitude where it is low. */
const EDGES = [0, 1e-6, 1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.07, 0.15, 0.25, 0.4, 0.6, 0.8, 1.0001];
/** Weight, in fields, of the prior that evidence is probability. */
const PRIOR_WEIGHT = 1;

/**
 * Fits evidence → probability, one monotone curve for each family of fields, and prints the constants that
 * `src/countries/toolkit/reading/curves.ts` and, of addresses, `my/reader/calibration.ts` hold, and how many fields each
 * threshold of doubt marks with them.
 */
export function printCalibration(judged: readonly Judged[]): void {
  const sent = judged.filter((field) => field.sent);
  const probabilities = new Map<Judged, number>();
  for (const [family, fields] of Object.entries(FAMILIES)) {
    const own = sent.filter(({ field }) => fields.includes(field));
    const bins = EDGES.slice(0, -1).flatMap((low, i) => {
      const part = own.filter(({ evidence }) => evidence >= low && evidence < EDGES[i + 1]!);
      if (part.length === 0) return [];
      const log = part.reduce((sum, p) => sum + Math.log(Math.max(NONE, p.evidence)), 0) / part.length;
      const right = part.filter((p) => p.right).length + PRIOR_WEIGHT * Math.max(Math.exp(log), 0.5);
      return [{ log, right, all: part.length + PRIOR_WEIGHT }];
    });
    const curve = monotone(bins).map(
      ({ log, right, all }) => [round(Math.exp(log)), round(right / all)] as const,
    );
    console.log(family, own.length, JSON.stringify(curve));
    for (const field of own) probabilities.set(field, calibrate(curve, field.evidence));
  }
  printDoubt(sent.map((field) => ({ ...field, confidence: probabilities.get(field) ?? 1 })));
}

const LEVELS = ['scan', 'good', 'hard'];

/** How many of the wrong and of the right fields each threshold of doubt marks, and how well confidence is calibrated. */
export function printDoubt(judged: readonly Judged[]): void {
  const sent = judged.filter((field) => field.sent);
  const share = (fields: typeof sent, threshold: number): string => {
    const marked = fields.filter(({ confidence }) => confidence < threshold).length;
    return `${((100 * marked) / fields.length).toFixed(1)} % of ${fields.length}`;
  };
  const [right, wrong] = [sent.filter((field) => field.right), sent.filter((field) => !field.right)];
  for (const threshold of [0.9, 0.92, 0.94, 0.95, 0.96, 0.965, 0.97, 0.98]) {
    const levels = LEVELS.map((level) =>
      share(
        right.filter((field) => field.level === level),
        threshold,
      ),
    );
    console.log(
      `doubtful under ${threshold}: wrong ${share(wrong, threshold)}, right ${share(right, threshold)} (${levels.join(', ')})`,
    );
  }
  console.log(`expected calibration error ${calibration(sent).ece.toFixed(4)}`);
}

/** `log`: the mean of its evidence's logarithms, over which curves are straight. */
type Bin = { log: number; right: number; all: number };

/** Pools neighbours until the shares rise (pool adjacent violators). */
function monotone(bins: readonly Bin[]): Bin[] {
  const out: Bin[] = [];
  for (const bin of bins) {
    out.push({ ...bin });
    while (out.length > 1) {
      const [a, b] = out.slice(-2) as [Bin, Bin];
      if (a.right / a.all <= b.right / b.all) break;
      const all = a.all + b.all;
      out.splice(-2, 2, {
        log: (a.log * a.all + b.log * b.all) / all,
        right: a.right + b.right,
        all,
      });
    }
  }
  return out;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
