import type { TextLine } from '#src/countries/reader-types.ts';
import { READERS } from '#src/countries/readers.gen.ts';
import { plainLine } from '#src/countries/toolkit/reading/plain-line.ts';
import { applyHomography, frameQuad, homography, type Quad } from '#src/imaging/index.ts';
import type { PeerLine, PeerRun } from './peers.ts';
import { normalised, quantile, type Share, wilson } from './score.ts';

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
    const lines = run.lines.map((line) => peerLine(line, quad));
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

/** A peer's line as the readers take it. It is given the card's true outline, which the peer does not know. */
function peerLine({ text, confidence, box: [l, t, r, b] }: PeerLine, quad: Quad): TextLine {
  const toCard = homography(quad, frameQuad(1, 1));
  const [left, top] = applyHomography(toCard, [l, t]);
  const [right, bottom] = applyHomography(toCard, [r, b]);
  return plainLine(text, { left, top, right, bottom, slope: 0, strength: 1 }, confidence);
}
