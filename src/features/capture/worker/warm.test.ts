import { describe, expect, it } from 'vitest';
import { findCard, judge, trackCard } from '#src/imaging/index.ts';
import { drawPractice, warmUp } from './warm.ts';

describe('warmUp', () => {
  it('practises on what a camera shows: a card in plain sight that can be followed, and none', () => {
    const card = findCard(drawPractice(0));
    expect(card?.score).toBeGreaterThan(0.85);
    expect(judge(drawPractice(0), card?.quad ?? null).sharpness).toBeGreaterThan(0.6);
    expect(card && trackCard(drawPractice(2), card)).not.toBeNull();
    expect(findCard(drawPractice(10_000))?.score ?? 0).toBeLessThan(0.65);
  });

  it('ends as soon as there is real work, and where the phone is slow', async () => {
    let asked = 0;
    await warmUp(
      () => ++asked > 2,
      () => 0,
    );
    expect(asked).toBe(3);
    let ms = 0;
    asked = 0;
    await warmUp(
      () => ++asked > 5,
      () => (ms += 250),
    );
    expect(asked).toBe(2);
  });
});
