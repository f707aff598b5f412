import type { FieldReading, TextLine } from '../../reader-types.ts';
import { distanceWithin } from '../../toolkit/reading/lexicon.ts';
import { splitStamp } from '../../toolkit/reading/overprint.ts';

/** Every country's English name, from the runtime's own data. */
const COUNTRIES: readonly string[] = (() => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((a) => letters.map((b) => names.of(a + b)));
  return [...new Set(all.filter((name) => name !== undefined)), 'UAE', 'UK', 'USA'];
})();

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const TOLERANCE = 0.25;

/** The country of stay: the one the image bears out best among those that are near to what was read. */
export function readCountry(line: TextLine, index: number): FieldReading | null {
  const { own: read, stamp } = splitStamp(line.best.text);
  const key = bare(read);
  if (key.length < 2) return null;
  const near = COUNTRIES.filter((name) =>
    distanceWithin(bare(name), key, Math.floor(bare(name).length * TOLERANCE)),
  );
  const options = near
    .flatMap((name) => [name, name.toUpperCase()])
    .map((value) => ({ value, score: line.score(value + stamp) }));
  options.sort((a, b) => b.score - a.score);
  const best = options[0];
  if (!best) return null;
  const corrections = best.value === read ? [] : [{ from: read, to: best.value, reason: 'country-list' }];
  const evidence = Math.max(Math.exp(best.score), best.value === read ? line.best.confidence : 0);
  const alternatives = options
    .slice(1, 3)
    .map(({ value, score }) => ({ value, evidence: Math.exp(score) }))
    .filter((other) => other.evidence > 0.01);
  return { value: best.value, evidence, lines: [index], alternatives, corrections };
}
