import { describe, expect, it } from 'vitest';
import type { HandoffState } from '#src/contract/partner/handoff.ts';
import { followHandoff } from './follow.ts';

const state = (name: HandoffState['state'], draftAt = 0): HandoffState => ({
  id: 'h',
  state: name,
  holder: 'phone',
  draftAt,
  applicationId: null,
  expiresAt: '2026-01-01T00:00:00.000Z',
});
const pause = async () => {};

describe('following a hand-off', () => {
  it('tells what the stream says, each state once, until it is over', async () => {
    const told: string[] = [];
    await followHandoff(
      {
        stream: async (take) => {
          for (const one of [state('waiting'), state('waiting'), state('joined', 3), state('done', 3)])
            take(one);
        },
        ask: () => Promise.reject(new Error('not asked')),
        pause,
      },
      ({ state: name }) => told.push(name),
      new AbortController().signal,
    );
    expect(told).toEqual(['waiting', 'joined', 'done']);
  });

  it('asks where there is no stream, through a broken line', async () => {
    const answers = [state('waiting'), null, state('joined'), state('ended')];
    const told: string[] = [];
    await followHandoff(
      {
        stream: () => Promise.reject(new Error('no stream here')),
        ask: async () => {
          const next = answers.shift();
          if (!next) throw new Error('offline');
          return next;
        },
        pause,
      },
      ({ state: name }) => told.push(name),
      new AbortController().signal,
    );
    expect(told).toEqual(['waiting', 'joined', 'ended']);
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    let asked = 0;
    await followHandoff(
      {
        stream: () => Promise.reject(new Error('none')),
        ask: async () => {
          if (++asked === 2) stop.abort();
          return state('waiting', asked);
        },
        pause,
      },
      () => {},
      stop.signal,
    );
    expect(asked).toBe(2);
  });
});
