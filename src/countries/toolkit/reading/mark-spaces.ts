import type { ReadChar } from '../../reader-types.ts';

const MARKS = '.,';
/**
 * A mark is narrow, and the recogniser's own spaces behind one are weak. In a trial on 317 marks of tuning photos the
 * next character mostly stood within .7 of the line's usual pitch where none is printed, at 1 and more where one is: with
 * this weight two are mistaken instead of three, and what separates the others need not be met to a tenth of a nat.
 */
const MIDDLE = 0.83;
/** Nats for each pitch from the middle, and at most. */
const PER_PITCH = 5;
const MOST = 3;

/**
 * How well the places of a line's characters bear out the spaces behind marks in a text of as many characters.
 * @returns a function from text to nats, 0 where it has more or fewer characters, or none of the marks.
 */
export function markSpaces(chars: readonly ReadChar[]): (text: string) => number {
  const steps = chars.slice(1).map(({ at }, i) => at - chars[i]!.at);
  const pitch = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
  const marks = steps.flatMap((step, index) => {
    const odds = PER_PITCH * (step / pitch - MIDDLE);
    const { char } = chars[index]!;
    return MARKS.includes(char) ? [{ index, char, odds: Math.max(-MOST, Math.min(MOST, odds)) }] : [];
  });
  if (marks.length === 0) return () => 0;
  return (text) => {
    const places = [...text].flatMap((char, i) => (char === ' ' ? [] : [i]));
    if (places.length !== chars.length) return 0;
    return marks.reduce((sum, { index, char, odds }) => {
      const place = places[index]!;
      if (text[place] !== char) return sum;
      return sum + (text[place + 1] === ' ' ? odds : -odds) / 2;
    }, 0);
  };
}
