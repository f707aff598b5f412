import type { FieldReading, TextLine } from '../../reader-types.ts';
import { distanceWithin } from '../../toolkit/reading/lexicon.ts';
import { splitStamp } from '../../toolkit/reading/overprint.ts';

/** Names in daily use that the runtime's data has in another form. */
const ALSO =
  "UAE|UK|USA|KSA|England|Scotland|Wales|United States of America|Turkey|Turkiye|Macau|Ivory Coast|Cote d'Ivoire|Burma|Czech Republic|Swaziland|Holland|Korea|Republic of Korea|Congo|Russian Federation|Brunei Darussalam|Palestine|Viet Nam|Great Britain|Kingdom of Saudi Arabia|Sultanate of Oman".split(
    '|',
  );

/** Every country's English name, long and short, from the runtime's own data, in letters that are printed. */
const COUNTRIES: readonly string[] = (() => {
  const styles = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none', style }),
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((a) => letters.flatMap((b) => styles.map((names) => names.of(a + b))));
  const known = all.filter((name) => name !== undefined).map((name) => plain(name));
  return [...new Set([...known, ...known.map((name) => name.replace(' & ', ' and ')), ...ALSO])];
})();

/** Without accents and typographic marks. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('’', "'");
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const TOLERANCE = 0.25;
/** A country that no list knows is sent as it was read, if it was read as clearly as this; half as sure. */
const CLEARLY = 0.9;
const NAME_LIKE = /^[A-Z][A-Za-z]{3,}( [A-Za-z&.'-]+)*$/;

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
  if (!best) {
    if (line.best.confidence < CLEARLY || !NAME_LIKE.test(read)) return null;
    return {
      value: read,
      evidence: line.best.confidence / 2,
      lines: [index],
      alternatives: [],
      corrections: [],
    };
  }
  const corrections = best.value === read ? [] : [{ from: read, to: best.value, reason: 'country-list' }];
  const evidence = Math.max(Math.exp(best.score), best.value === read ? line.best.confidence : 0);
  const alternatives = options
    .slice(1, 3)
    .map(({ value, score }) => ({ value, evidence: Math.exp(score) }))
    .filter((other) => other.evidence > 0.01);
  return { value: best.value, evidence, lines: [index], alternatives, corrections };
}
