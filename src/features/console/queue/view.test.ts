import { describe, expect, it } from 'vitest';
import type { QueueItem } from '#src/contract/agent/index.ts';
import { filtersOf, fits, renewed, viewOf } from './view.ts';

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
  id,
  reference: '7K3-M9Q-XTC',
  country: 'my',
  status: 'submitted',
  submittedAt: '2026-11-22T08:00:00.000Z',
  dueAt: '2026-11-22T12:00:00.000Z',
  doubts: 0,
  duplicates: 0,
  attempt: 1,
  hasImage: true,
  claim: null,
  decidedAt: null,
  decidedBy: null,
  ...more,
});
const NOON = Date.parse('2026-11-22T12:00:00.000Z');

describe('the address', () => {
  it('gives the view, and loses what nobody knows', () => {
    expect(viewOf({ status: 'declined', country: 'my', doubts: 'perhaps', x: '1', after: 'c' })).toEqual({
      status: 'declined',
      country: 'my',
      after: 'c',
    });
    expect(filtersOf({ status: 'open', order: 'newest', after: 'c' })).toEqual({ status: 'open' });
  });
});

describe('what belongs into a view', () => {
  const held = (mine: boolean): Partial<QueueItem> => ({
    claim: { agent: { id: 'a', name: 'A' }, until: '2026-11-22T12:00:00.000Z', mine },
  });
  it.each([
    [{}, {}, true],
    [{}, { status: 'approved' }, false],
    [{ status: 'all' }, { status: 'approved' }, true],
    [{ status: 'approved' }, { status: 'approved' }, true],
    [{ country: 'pk' }, {}, false],
    [{ doubts: 'some' }, { doubts: 2 }, true],
    [{ doubts: 'none' }, { doubts: 2 }, false],
    [{ duplicates: 'some' }, {}, false],
    [{ claimed: 'me' }, held(true), true],
    [{ claimed: 'me' }, held(false), false],
    [{ claimed: 'others' }, held(false), true],
    [{ claimed: 'nobody' }, held(false), false],
    [{ due: 'overdue' }, {}, false],
    [{ due: 'overdue' }, { dueAt: '2026-11-22T11:59:00.000Z' }, true],
    [{ attempt: 'again' }, { attempt: 2 }, true],
    [{ attempt: 'first' }, { attempt: 2 }, false],
  ] as const)('%j and %j: %s', (filters, more, belongs) => {
    expect(fits(item('a', more as Partial<QueueItem>), filters, NOON)).toBe(belongs);
  });
});

describe('a page that is kept up to date', () => {
  const ids = (page: { items: readonly QueueItem[] }) => page.items.map(({ id }) => id);
  const page = { items: [item('a'), item('b')], next: null };

  it('renews its lines where they stand, also what has left the view', () => {
    const after = renewed(page, {}, [item('a', { status: 'approved' })], NOON);
    expect(ids(after)).toEqual(['a', 'b']);
    expect(after.items[0]?.status).toBe('approved');
  });

  it('adds what is new at its end of the queue, and nothing that belongs elsewhere', () => {
    const fresh = item('c', { submittedAt: '2026-11-22T09:00:00.000Z' });
    expect(ids(renewed(page, {}, [fresh], NOON))).toEqual(['a', 'b', 'c']);
    expect(ids(renewed(page, { order: 'newest' }, [fresh], NOON))).toEqual(['c', 'a', 'b']);
    expect(ids(renewed(page, { order: 'newest', after: 'x' }, [fresh], NOON))).toEqual(['a', 'b']);
    expect(ids(renewed({ ...page, next: 'x' }, {}, [fresh], NOON))).toEqual(['a', 'b']);
    expect(ids(renewed(page, { country: 'pk' }, [fresh], NOON))).toEqual(['a', 'b']);
  });

  it('is the same page where nothing changed', () => expect(renewed(page, {}, [], NOON)).toBe(page));
});
