import type { Random } from '../random.ts';

const HEADS = 'B C D F G H J K L M N P R S T W Y Z CH KH SY SH NY NG TR PR DH BH'.split(' ');
const VOWELS = 'A A A E E I I O U U AI AU OO EE'.split(' ');
const TAILS = '     N M R S K L T H NG P SH D'.split(' ');

/** A word that no list of names or places has, in capitals, of two or three syllables. */
export function inventedWord(random: Random): string {
  const syllables = random.chance(0.7) ? 2 : 3;
  return Array.from(
    { length: syllables },
    () => random.pick(HEADS) + random.pick(VOWELS) + random.pick(TAILS),
  ).join('');
}

/** Each plain word of a name is replaced by an invented one this often. */
const UNKNOWN = 0.2;

/** The name with some of its words unknown, in the case they had. Particles of two letters stay. */
export function withUnknownWords(name: string, random: Random): string {
  return name
    .split(' ')
    .map((word) => {
      if (!/^[A-Za-z]{4,}$/.test(word) || /^(BINTI|ANAK)$/.test(word) || !random.chance(UNKNOWN)) return word;
      const other = inventedWord(random);
      return word === word.toUpperCase() ? other : other[0] + other.slice(1).toLowerCase();
    })
    .join(' ');
}
