import type { Decoded, LineBox, TextLine } from '#src/countries/reader-types.ts';
import { READERS } from '#src/countries/readers.gen.ts';
import { applyHomography, frameQuad, homography, type Quad } from '#src/imaging/index.ts';
import type { PeerLine, PeerRun } from './peers.ts';
import { distance, normalised, quantile, type Share, wilson } from './score.ts';

export interface PeerFigures {
  readonly name: string;
  /** The field's value stands somewhere in the raw text; dates also as they are printed. */
  readonly inRawText: Share;
  /** The field is right after Kenal's own reader has made fields of the peer's lines. */
  readonly behindParser: Share;
  readonly p50: number;
}

const TODAY = new Date().toISOString().slice(0, 10);

export async function peerFigures(name: string, runs: readonly PeerRun[]): Promise<PeerFigures> {
  let [found, parsed, all] = [0, 0, 0];
  for (const run of runs) {
    const { message, country, quad } = run.sample;
    if (!message || !quad) continue;
    const raw = normalised(run.lines.map(({ text }) => text).join(' '));
    const reader = await READERS[country]!();
    const lines = run.lines.map((line) => plainLine(line, quad));
    const fields = reader.read(lines, { today: TODAY }).message;
    for (const [field, want] of Object.entries(message)) {
      all += 1;
      if (forms(field, want).some((form) => raw.includes(normalised(form)))) found += 1;
      if (fields?.[field] === want) parsed += 1;
    }
  }
  const times = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    name,
    inRawText: wilson(found, all),
    behindParser: wilson(parsed, all),
    p50: quantile(times, 0.5),
  };
}

/** A MyKad prints no birth date but in its number; Pakistan's card prints dates with dots. */
function forms(field: string, want: string): string[] {
  if (field === 'DateOfBirth') return [want.slice(2)];
  if (!/^\d{8}$/.test(want)) return [want];
  return [want, `${want.slice(6)}.${want.slice(4, 6)}.${want.slice(0, 4)}`];
}

/**
 * A peer's line as the readers take it. It is given the card's true outline, which the peer does not know, and
 * a text is borne out as far as it resembles the one that was read.
 */
function plainLine({ text, confidence, box: [l, t, r, b] }: PeerLine, quad: Quad): TextLine {
  const toCard = homography(quad, frameQuad(1, 1));
  const [left, top] = applyHomography(toCard, [l, t]);
  const [right, bottom] = applyHomography(toCard, [r, b]);
  const box: LineBox = { left, top, right, bottom, slope: 0, strength: 1 };
  const decoded = (own: string): Decoded => ({
    text: own,
    confidence,
    chars: [...own.matchAll(/\S/g)].map(({ 0: char, index }) => ({
      char,
      p: confidence,
      at: left + ((right - left) * (index + 0.5)) / own.length,
      gap: own[index + 1] === ' ' ? 0.99 : 0.01,
    })),
  });
  return {
    box,
    best: decoded(text),
    looks: 1,
    decode: (alphabet, fold) =>
      decoded(
        [...(fold ? text.toUpperCase() : text)].filter((c) => c === ' ' || alphabet.includes(c)).join(''),
      ),
    score: (other, fold) => -6 * distance(fold ? text.toUpperCase() : text, other),
  };
}
