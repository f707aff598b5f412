import type { Decoded, LineBox, TextLine } from '#src/countries/reader-types.ts';
import { decodeGreedy, foldCase, type Lattice, scoreText } from './decode-ctc.ts';

/** Keeps the logarithm finite. */
const LEAST = 1e-60;
/** A crop can drop a letter and be sure of it, but hardly invent one: what a letter more is worth, nats. */
const LONGER = 0.5;

/**
 * A line from one or several looks (crops of the same line). Each look's best path is a candidate; the one
 * that all looks together bear out best is taken, so that a crop that dropped a letter is outvoted.
 */
export function textLine(box: LineBox, looks: readonly Lattice[]): TextLine {
  let folded: readonly Lattice[] | null = null;
  const lattices = (fold: boolean): readonly Lattice[] => {
    if (!fold) return looks;
    folded ??= looks.map(foldCase);
    return folded;
  };
  const scores = new Map<string, number>();
  const score = (text: string, fold = false): number => {
    const key = fold ? `^${text}` : ` ${text}`;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const all = lattices(fold);
    const mean = all.reduce((sum, lattice) => sum + Math.exp(scoreText(lattice, text)), 0) / all.length;
    const log = Math.log(Math.max(LEAST, mean));
    scores.set(key, log);
    return log;
  };
  const decode = (alphabet?: string, fold = false): Decoded => {
    const candidates = lattices(fold).map((lattice) => decodeGreedy(lattice, alphabet));
    if (candidates.length === 1) return candidates[0]!;
    const value = ({ text }: Decoded) => score(text, fold) + text.length * LONGER;
    return candidates.reduce((a, b) => (value(b) > value(a) ? b : a));
  };
  return { box, best: decode(), decode, score, looks: looks.length };
}
