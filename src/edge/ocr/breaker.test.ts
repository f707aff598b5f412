import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionError, DOCUMENTED, scriptedUpstream } from '../testing/upstream.node.ts';
import { createBreaker } from './breaker.ts';
import type { CallResult } from './call.ts';

const fault: CallResult = { kind: 'failed', charge: 'free', cause: connectionError('ECONNREFUSED') };
const fine: CallResult = {
  kind: 'answered',
  answer: { kind: 'not_card' },
  status: DOCUMENTED.notCard.status,
  charge: 'charged',
};
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

describe('circuit breaker', () => {
  it('opens when eight of ten calls fail, and closes after one good answer', async () => {
    const states: string[] = [];
    const breaker = createBreaker(scriptedUpstream().upstream, (state) => states.push(state));
    let calls = 0;
    const ask = (result: CallResult) =>
      breaker(async () => {
        calls++;
        return result;
      });
    for (let i = 0; i < 30; i++) await ask(i % 3 === 0 ? fault : fine);
    for (let i = 0; i < 13; i++) await ask(fault);
    expect(states).toEqual([]);
    await ask(fault);
    expect(await ask(fine)).toBeNull();
    expect(calls).toBe(44);
    vi.advanceTimersByTime(10_001);
    expect(await ask(fine)).toEqual(fine);
    expect(await ask(fine)).toEqual(fine);
    expect(states).toEqual(['open', 'closed']);
  });

  it('leaves the embedded engine alone', async () => {
    const breaker = createBreaker(scriptedUpstream({ kind: 'embedded' }).upstream, () => {});
    for (let i = 0; i < 20; i++) expect(await breaker(async () => fault)).toEqual(fault);
  });
});
