import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFields, type FieldEvent, nextFields, textOf } from './fields.ts';

const START = { values: { name: 'AMINAH', town: '' }, touched: new Set<string>(), editing: null };

describe('the fields', () => {
  it('are being edited from the first key until they are left', () => {
    const typed = nextFields(START, { type: 'typed', field: 'name', value: 'AMINA' });
    expect(typed).toMatchObject({ values: { name: 'AMINA', town: '' }, editing: 'name' });
    expect(typed.touched.has('name')).toBe(false);
    const left = nextFields(typed, { type: 'left', field: 'name' });
    expect(left.editing).toBeNull();
    expect(left.touched.has('name')).toBe(true);
  });

  it('are settled at once by a choice', () => {
    const set = nextFields(START, { type: 'set', field: 'town', value: 'BENTONG' });
    expect(set).toMatchObject({ values: { name: 'AMINAH', town: 'BENTONG' }, editing: null });
    expect(set.touched.has('town')).toBe(true);
  });

  it('stay in hand when another one is left', () => {
    const typed = nextFields(START, { type: 'typed', field: 'town', value: 'B' });
    expect(nextFields(typed, { type: 'left', field: 'name' }).editing).toBe('town');
  });

  it('tell nobody of nothing', () => {
    const store = createFields(START.values);
    store.send({ type: 'left', field: 'name' });
    const heard = vi.fn();
    const off = store.subscribe(heard);
    store.send({ type: 'left', field: 'name' });
    expect(heard).not.toHaveBeenCalled();
    store.send({ type: 'typed', field: 'name', value: 'A' });
    expect(heard).toHaveBeenCalledOnce();
    off();
    store.send({ type: 'set', field: 'name', value: 'B' });
    expect(heard).toHaveBeenCalledOnce();
    expect(textOf(store.now(), 'name')).toBe('B');
    expect(textOf(store.now(), 'nowhere')).toBe('');
  });

  it('hold the last value given to each, whatever happens', () => {
    const field = fc.constantFrom('name', 'town', '__proto__');
    const events = fc.array(
      fc.oneof(
        fc.record({ type: fc.constantFrom('typed' as const, 'set' as const), field, value: fc.string() }),
        fc.record({ type: fc.constant('left' as const), field }),
      ),
    );
    fc.assert(
      fc.property(events, (all: FieldEvent[]) => {
        const end = all.reduce(nextFields, START);
        const wanted = new Map<string, string>(Object.entries(START.values));
        for (const event of all) if (event.type !== 'left') wanted.set(event.field, event.value);
        for (const [name, value] of wanted)
          expect(Object.getOwnPropertyDescriptor(end.values, name)?.value).toBe(value);
        expect(START.values.name).toBe('AMINAH');
      }),
    );
  });
});
