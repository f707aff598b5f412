import { describe, expect, it } from 'vitest';
import type { ReadField } from '#src/contract/index.ts';
import type { FieldSpec } from '#src/countries/types.ts';
import { doubtOf, groupsOf } from './doubts.ts';
import { createFields } from './fields.ts';

const spec = (name: string, printed?: string): FieldSpec => ({
  name,
  kind: 'text',
  label: name,
  required: true,
  maxLength: 9,
  ...(printed && { printed }),
});
const read = (value: string, doubtful: boolean): ReadField => ({
  value,
  confidence: 0.5,
  doubtful,
  quad: null,
  alternatives: [],
});
const group = [spec('lines', 'address'), spec('town', 'address')];
const READ = { lines: read('JALAN 1', true), town: read('IPOH', true) };
const NOBODY = new Set<string>();

describe('groups', () => {
  it('are the fields of one printed text', () => {
    const names = groupsOf([spec('name'), ...group, spec('state', 'address'), spec('contact')]).map((one) =>
      one.map(({ name }) => name),
    );
    expect(names).toEqual([['name'], ['lines', 'town', 'state'], ['contact']]);
  });
});

describe('the doubt of a group', () => {
  it('is one question until it is answered, or nothing of it stands as it was read', () => {
    const fields = createFields({ lines: 'JALAN 1', town: 'IPOH' });
    const now = (accepted: ReadonlySet<string> = NOBODY) => doubtOf(group, READ, accepted, fields.now());
    expect(now()).toBe('asked');
    expect(now(new Set(['lines', 'town']))).toBeNull();
    fields.send({ type: 'typed', field: 'town', value: 'IPO' });
    expect(now()).toBe('asked');
    fields.send({ type: 'typed', field: 'lines', value: 'JALAN 11' });
    expect(now()).toBe('comparing');
    fields.send({ type: 'left', field: 'lines' });
    expect(now()).toBeNull();
  });

  it('is none where nothing was read, or nothing is doubtful', () => {
    const fields = createFields({ lines: '', town: '' }).now();
    expect(doubtOf(group, null, NOBODY, fields)).toBeNull();
    expect(doubtOf(group, { lines: read('', true) }, NOBODY, fields)).toBeNull();
    const sure = { lines: read('JALAN 1', false) };
    expect(doubtOf(group, sure, NOBODY, createFields({ lines: 'JALAN 1' }).now())).toBeNull();
  });
});
