/** One field of a tuning photo. */
export interface Judged {
  readonly field: string;
  /** The engine's `sureness` of it. */
  readonly evidence: number;
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
const EDGES = [0, 1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.07, 0.15, 0.25, 0.4, 0.6, 0.8, 1.0001];
/** Weight, in fields, of the prior that evidence is probability. */
const PRIOR_WEIGHT = 1;

/**
 * Fits evidence → probability, one monotone curve for each family of fields, and prints the constants that
 * `src/countries/xx/reader/calibration.ts` holds, and how many fields each threshold of doubt marks.
 */
export function printCalibration(judged: readonly Judged[]): void {
  const sent = judged.filter((field) => field.sent);
  for (const [family, fields] of Object.entries(FAMILIES)) {
    const own = sent.filter(({ field }) => fields.includes(field));
    const bins = EDGES.slice(0, -1).flatMap((low, i) => {
      const part = own.filter(({ evidence }) => evidence >= low && evidence < EDGES[i + 1]!);
      if (part.length === 0) return [];
      const evidence = part.reduce((sum, p) => sum + p.evidence, 0) / part.length;
      const right = part.filter((p) => p.right).length;
      return [
        { evidence, right: right + PRIOR_WEIGHT * Math.max(evidence, 0.5), all: part.length + PRIOR_WEIGHT },
      ];
    });
    const curve = monotone(bins).map(({ evidence, right, all }) => [round(evidence), round(right / all)]);
    console.log(family, own.length, JSON.stringify(curve));
    for (const threshold of [0.9, 0.93, 0.95, 0.97, 0.98]) {
      const doubtful = own.filter(({ evidence }) => interpolate(curve, evidence) < threshold);
      const wrong = own.filter((p) => !p.right);
      const caught = doubtful.filter((p) => !p.right).length;
      console.log(
        `   < ${threshold}: ${caught} of ${wrong.length} wrong, ${doubtful.length - caught} of ${own.length - wrong.length} right`,
      );
    }
  }
}

type Bin = { evidence: number; right: number; all: number };

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
        evidence: (a.evidence * a.all + b.evidence * b.all) / all,
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

function interpolate(curve: readonly number[][], evidence: number): number {
  let [x0, y0] = [0, curve[0]?.[1] ?? 0];
  for (const [x1 = 0, y1 = 0] of curve) {
    if (evidence <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (evidence - x0)) / (x1 - x0);
    [x0, y0] = [x1, y1];
  }
  return y0;
}
