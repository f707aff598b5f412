import { expect, it, vi } from 'vitest';
import { createMessageLog } from './message-log.ts';

it('sends what was noted, together, once a test session is there, and never otherwise', async () => {
  vi.useFakeTimers();
  const log = createMessageLog();
  log.note('to_page', 'ready');
  log.note('to_frame', 'start');
  log.note('to_page', 'resize');
  await vi.advanceTimersByTimeAsync(5000);
  const sent: string[][] = [];
  log.begin(async (messages) => void sent.push(messages.map(({ type }) => type)));
  await vi.advanceTimersByTimeAsync(600);
  log.note('to_page', 'step');
  await vi.advanceTimersByTimeAsync(600);
  expect(sent).toEqual([['ready', 'start'], ['step']]);
  vi.useRealTimers();
});
