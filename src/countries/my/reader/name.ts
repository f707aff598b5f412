import type { FieldReading, TextLine } from '../../reader-types.ts';
import { joinName } from '../../toolkit/reading/join.ts';
import { createLexicon } from '../../toolkit/reading/lexicon.ts';
import { polish } from '../../toolkit/reading/polish.ts';
import { FAINT_MARK, marks } from './marks.ts';
import { NAME_WORDS } from './name-words.ts';

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ @'/.-(),";
const lexicon = createLexicon(NAME_WORDS);

/** Parts of a name that stand on their own: "A/LHARBANS" and "AL HARBANS" for "A/L HARBANS". */
function variants(text: string): string[] {
  const found: string[] = [];
  const add = (from: RegExp, to: string) => {
    if (from.test(text)) found.push(text.replace(from, to));
  };
  add(/A\/([LP])(?=[A-Z])/, 'A/$1 ');
  add(/ A[I1L]([LP]) ?/, ' A/$1 ');
  add(/ A([LP]) /, ' A/$1 ');
  add(/ A([LP])(?=[A-Z]{3})/, ' A/$1 ');
  add(/(?<=[A-Z]{3})A\/([LP])/, ' A/$1');
  add(/(BINTI|BIN)(?=[A-Z]{3})/, '$1 ');
  add(/(?<=[A-Z]{3})(BINTI|BIN) /, ' $1 ');
  add(/@(?=[A-Z])/, '@ ');
  add(/(?<=[A-Z])@/, ' @');
  // An alias's sign is read as a letter, or not at all.
  found.push(text.replace(/ [OQCG0©&] /, ' @ '));
  // Marks stand by a word: alone they are ornament.
  add(/ [.,'/-]+$/, '');
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1))
    found.push(`${text.slice(0, i)} @${text.slice(i)}`);
  found.push(text.replace(/\b(MUHD|MOHD|MHD|MD|ABD|HJ|HJH|DR|ST|DK|AG)(?= )/, '$1.'));
  add(/(?<=^|[A-Z] )AIN(?= |$)/, "'AIN");
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) {
    const [left = '', right = ''] = [text.slice(0, i).split(' ').at(-1), text.slice(i + 1).split(' ')[0]];
    if (lexicon.has(`${left}'${right}`)) found.push(`${text.slice(0, i)}'${text.slice(i + 1)}`);
  }
  return found;
}

/** "AIL" for "A/L" and "AP" for "A/P" are no names, nor is a mark between two letters but ' - . @ /. Nats. */
const MISREAD_SON_OF = 9;
const ORNAMENT = 9;
/** A/L and A/P are in every third name of this kind, and their look-alikes AIN and ALI are names too. Nats. */
const SON_OF = 1;
const prior = (text: string): number =>
  marks(text) * FAINT_MARK +
  (/ A\/[LP] /.test(text) ? SON_OF : 0) -
  (/ [.,'/-]+$/.test(text) ? ORNAMENT : 0) -
  (/(^| )A([I1L][LP]|P)( |$)/.test(text) ? MISREAD_SON_OF : 0);

/** One line of a name, with the spaces and letters that image and known names bear out. */
const polishName = (line: TextLine) =>
  polish(line, { alphabet: ALPHABET, fold: true, lexicon, variants, prior });

export const readName = (lines: readonly TextLine[], own: readonly number[]): FieldReading =>
  joinName(
    own.map((i) => polishName(lines[i]!)),
    own,
  );
