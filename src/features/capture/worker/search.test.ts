import { describe, expect, it } from 'vitest';
import { type CardFinding, frameQuad, LOOK_SIDES, type Raster } from '#src/imaging/index.ts';
import { createSearch } from './search.ts';

const frame: Raster = { data: new Uint8Array(0), width: 640, height: 360, channels: 1 };
const side = { support: 1, atFrame: false };
const finding = (score: number): CardFinding => ({
  quad: frameQuad(300, 190),
  by: 'outline',
  score,
  sides: [side, side, side, side],
  aspect: 1.586,
  tilt: 0,
});

/** A search in a world in which a look at each size scores as told; notes the sizes it asks for. */
function searching(scores: { first: number; second: number; followed?: number }) {
  const asked: (number | 'both' | 'followed')[] = [];
  const search = createSearch(
    (_, { workSide, minScore = 0 } = {}) => {
      asked.push(workSide ?? 'both');
      const { first, second } = scores;
      const score =
        workSide === undefined ? Math.max(first, second) : workSide === LOOK_SIDES[0] ? first : second;
      return score < minScore ? null : finding(score);
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
  it('looks once a frame at what shows no card, in both sizes by turns', () => {
    const { asked, look } = searching({ first: 0.5, second: 0.4 });
    look(5);
    expect(asked).toEqual(['both', LOOK_SIDES[1], LOOK_SIDES[0], LOOK_SIDES[1], LOOK_SIDES[0]]);
  });

  it('stays with the size that shows the card', () => {
    const { asked, look, scores } = searching({ first: 0.5, second: 0.4 });
    look(2);
    scores.second = 0.8;
    expect(look(4)).toEqual([undefined, 0.8, 0.8, 0.8]);
    expect(asked.slice(-3)).toEqual([LOOK_SIDES[1], LOOK_SIDES[1], LOOK_SIDES[1]]);
  });

  it('looks in both sizes at what it has never seen', () => {
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
    expect(asked).toEqual(['both', ...Array.from({ length: 10 }, () => 'followed'), LOOK_SIDES[0]]);
  });
});
