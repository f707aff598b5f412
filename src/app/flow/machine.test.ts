import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApplicationReceipt, CardRead, Consent, ReadField } from '#src/contract/index.ts';
import type { PreparedPhoto } from '#src/lib/photo.ts';
import { type Flow, type FlowEvent, mergeRead, next, START, STEPS } from './machine.ts';

const consent: Consent = { version: '1', locale: 'en', acceptedAt: '2026-11-22T03:00:00Z' };
const photo: PreparedPhoto = {
  blob: new Blob(),
  width: 1,
  height: 1,
  source: 'upload',
  preview: 'blob:1',
  chosen: null,
};
const field = (value: string): ReadField => ({
  value,
  confidence: null,
  doubtful: false,
  quad: null,
  alternatives: [],
});
const reading: CardRead = {
  outcome: 'read',
  readingId: 'r1',
  country: 'my',
  fields: { name: field('ALI') },
  document: null,
  card: null,
  image: null,
  warnings: [],
};
const receipt: ApplicationReceipt = {
  id: 'a',
  reference: 'ABC',
  status: 'submitted',
  submittedAt: '2026-11-22T03:00:00Z',
  statusPath: '/status/a#s',
};
const way: FlowEvent[] = [
  { type: 'country', country: 'my' },
  { type: 'accepted', consent, manual: false },
  { type: 'photo', photo },
  { type: 'read', reading },
  { type: 'changed', values: { name: 'ALI', contact: 'a@b.co' }, confirmed: ['gender:number'] },
  { type: 'sent', country: 'my', receipt },
];
const through = (...events: FlowEvent[]): Flow => events.reduce(next, START);

describe('the flow', () => {
  it('goes from the first screen to the receipt', () => {
    const steps = way.map((_, index) => through(...way.slice(0, index + 1)).step);
    expect(steps).toEqual(['consent', 'capture', 'reading', 'form', 'form', 'receipt']);
  });

  it('goes back without losing anything, and forward again', () => {
    const form = through(...way.slice(0, 5));
    const back = next(next(form, { type: 'goto', step: 'consent' }), { type: 'goto', step: 'form' });
    expect(back).toEqual(form);
  });

  it('puts the reading of another photo in the place of the last one, and leaves what was typed', () => {
    const other: CardRead = { ...reading, readingId: 'r2', fields: { name: field('AMINAH') } };
    const again: FlowEvent[] = [
      { type: 'goto', step: 'capture' },
      { type: 'photo', photo },
      // Given up, and taken once more: the first reading is still the one that the values are from.
      { type: 'goto', step: 'capture' },
      { type: 'photo', photo },
      { type: 'read', reading: other },
    ];
    expect(through(...way.slice(0, 5), ...again)).toMatchObject({
      step: 'form',
      known: { reading: other, values: { name: 'AMINAH', contact: 'a@b.co' }, confirmed: [] },
    });
    const changed: FlowEvent = { type: 'changed', values: { name: 'ALI BIN ABU' }, confirmed: [] };
    expect(through(...way.slice(0, 4), changed, ...again)).toMatchObject({
      known: { values: { name: 'ALI BIN ABU' } },
    });
    const byHand: FlowEvent[] = [{ type: 'manual' }, ...again];
    expect(through(...way.slice(0, 5), ...byHand)).toMatchObject({
      known: { values: { name: 'AMINAH', contact: 'a@b.co' } },
    });
  });

  it('goes on with the last reading where another photo was given up before it was read', () => {
    const again: FlowEvent[] = [
      { type: 'goto', step: 'capture' },
      { type: 'photo', photo: { ...photo } },
      { type: 'goto', step: 'capture' },
      { type: 'goto', step: 'form' },
    ];
    expect(through(...way.slice(0, 5), ...again)).toMatchObject({
      step: 'form',
      // The other photo is not the one that this was read from.
      known: { reading, photo: null, before: null, values: { name: 'ALI', contact: 'a@b.co' } },
    });
  });

  it('shows the receipt wherever one has gone meanwhile', () => {
    for (const step of ['welcome', 'consent', 'capture'] as const)
      expect(through(...way.slice(0, 5), { type: 'goto', step }, way[5]!)).toEqual({
        step: 'receipt',
        country: 'my',
        receipt,
      });
  });

  it('keeps what was typed for one card from another card', () => {
    const flow = next(through(...way.slice(0, 5)), { type: 'country', country: 'pk' });
    expect(flow).toEqual({ step: 'consent', known: { country: 'pk', consent } });
  });

  it('shows the nearest screen that can be shown', () => {
    expect(next(START, { type: 'goto', step: 'form' }).step).toBe('welcome');
    expect(through(way[0]!, { type: 'goto', step: 'form' }).step).toBe('consent');
    expect(through(way[0]!, way[1]!, { type: 'goto', step: 'reading' }).step).toBe('capture');
  });

  it('takes up a draft, and typing by hand drops photo and reading', () => {
    const draft = {
      country: 'my',
      step: 'form',
      readingId: 'r1',
      values: { name: 'ALI' },
      confirmedWarnings: [],
      consent,
    };
    const flow = next(START, { type: 'resumed', reply: { draft, reading } });
    expect(flow).toMatchObject({ step: 'form', known: { reading, values: { name: 'ALI' }, photo: null } });
    expect(next(flow, { type: 'manual' })).toMatchObject({ step: 'form', known: { reading: null } });
    const lost = next(START, { type: 'resumed', reply: { draft: { ...draft, consent: null }, reading } });
    expect(lost.step).toBe('consent');
  });

  it('is never in a screen without what that screen needs, whatever happens', () => {
    const goto = fc.constantFrom(...STEPS).map((step): FlowEvent => ({ type: 'goto', step }));
    const event = fc.oneof(
      fc.constantFrom<FlowEvent>(
        ...way,
        { type: 'manual' },
        { type: 'restart' },
        { type: 'country', country: 'pk' },
      ),
      goto,
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const flow = through(...events);
        if (flow.step === 'receipt') return;
        if (flow.step !== 'welcome') expect(flow.known.country).toBeDefined();
        if (flow.step === 'capture' || flow.step === 'form') expect(flow.known.consent).toBeDefined();
        if (flow.step === 'reading') expect(flow.known.photo).not.toBeNull();
      }),
    );
  });
});

describe('mergeRead', () => {
  it('puts a new reading over the old one and never over what was typed or changed', () => {
    const fields = { name: field('ALI'), town: field('IPOH'), state: field(''), number: field('1') };
    const old = {
      values: { name: 'ALI BIN ABU', town: 'IPOH', state: 'PERAK', contact: 'a@b.co', number: '' },
      fields: { name: field('AL'), town: field('IPOH') },
    };
    expect(mergeRead(fields, old)).toEqual({
      name: 'ALI BIN ABU',
      town: 'IPOH',
      state: 'PERAK',
      contact: 'a@b.co',
      number: '1',
    });
  });

  const [first, second] = ['630729-35-7837', '710927-22-5908'];
  const b = { number: field(second), name: field('BALA'), town: field('IPOH') };

  it('takes nothing of a card with another number than the one that stands by hand', () => {
    const values = { number: first, name: 'ALI', town: '', contact: 'a@b.co' };
    expect(mergeRead(b, { values, fields: null })).toEqual(values);
    const misread = { ...b, number: field('630729-35-7831') };
    expect(mergeRead(misread, { values, fields: null })).toEqual({ ...values, town: 'IPOH' });
    const begun = { ...values, number: '6307' };
    expect(mergeRead(b, { values: begun, fields: null })).toEqual({ ...begun, town: 'IPOH' });
  });

  it('leaves what was changed for one card behind with it', () => {
    const fields = { number: field(first), name: field('AL'), state: field('') };
    const values = { number: first, name: 'ALI', state: '', contact: 'a@b.co' };
    expect(mergeRead(b, { values, fields })).toEqual({
      number: second,
      name: 'BALA',
      town: 'IPOH',
      contact: 'a@b.co',
    });
  });
});
