import { describe, expect, it } from 'vitest';
import { type CardFinding, frameQuad, LOOKS, type Look, type Raster } from '#src/imaging/index.ts';
import { createSearch } from './search.ts';

const frame: Raster = { data: new Uint8Array(0), width: 640, height: 360, channels: 1 };
const side = { support: 1, atFrame: false };
const finding = (score: number, look: Look = LOOKS[0]): CardFinding => ({
  quad: frameQuad(300, 190),
  by: 'outline',
  look,
  score,
  sides: [side, side, side, side],
  aspect: 1.586,
  tilt: 0,
});

/** A search in a world in which a look of each kind scores as told; notes what it asks for. */
function searching(scores: { first: number; second: number; followed?: number }) {
  const asked: (Look | 'both' | 'followed')[] = [];
  const search = createSearch(
    (_, { looks, minScore = 0 } = {}) => {
      asked.push(looks?.[0] ?? 'both');
      const { first, second } = scores;
      const look = looks?.[0] ?? (first > second ? LOOKS[0] : LOOKS[1]);
      const score = look === LOOKS[0] ? first : second;
      return score < minScore ? null : finding(score, look);
    },
    () => {
      if (scores.followed === undefined) return null;
      asked.push('followed');
      return finding(scores.followed);
    },
  );
  const look = (times: number) => Array.from({ length: times }, () => search.next(frame)?.score);
  return { search, asked, look, scores };
}

describe('createSearch', () => {
  it('looks once a frame at what shows no card, in both ways by turns', () => {
    const { asked, look } = searching({ first: 0.5, second: 0.4 });
    look(5);
    expect(asked).toEqual(['both', LOOKS[1], LOOKS[0], LOOKS[1], LOOKS[0]]);
  });

  it('stays with the look that shows the card', () => {
    const { asked, look, scores } = searching({ first: 0.5, second: 0.4 });
    look(2);
    scores.second = 0.8;
    expect(look(4)).toEqual([undefined, 0.8, 0.8, 0.8]);
    expect(asked.slice(-3)).toEqual([LOOKS[1], LOOKS[1], LOOKS[1]]);
  });

  it('goes on with the look that found the card in the first frame', () => {
    const { asked, look } = searching({ first: 0.5, second: 0.8 });
    look(3);
    expect(asked).toEqual(['both', LOOKS[1], LOOKS[1]]);
  });

  it('looks in both ways at what it has never seen', () => {
    const { search, asked, look } = searching({ first: 0.5, second: 0.8 });
    expect(look(1)).toEqual([0.8]);
    look(2);
    search.forget();
    look(1);
    expect(asked.filter((one) => one === 'both')).toHaveLength(2);
  });

  it('searches anew after ten frames of following', () => {
    const { asked, look } = searching({ first: 1, second: 0.2, followed: 0.9 });
    look(12);
    expect(asked).toEqual(['both', ...Array.from({ length: 10 }, () => 'followed'), LOOKS[0]]);
  });
});
