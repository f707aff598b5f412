import { expect, it } from 'vitest';
import type { Finding } from '#src/countries/types.ts';
import { linesOf } from './summary-lines.ts';

const finding = (field: string, code: string, level: Finding['level'] = 'warning'): Finding => ({
  field,
  code,
  level,
  message: 'm',
});
const read = finding('number', 'read');
const place = finding('number', 'place');
const said = (stopped: readonly Finding[], open: readonly Finding[]) =>
  linesOf(stopped, open).map((line) => [line.id, line.finding.code, line.done]);

it('has a line for each of two warnings of one field', () => {
  expect(said([read, place], [read, place])).toEqual([
    ['number:read', 'read', false],
    ['number:place', 'place', false],
  ]);
});

it('ticks off what is mended, and leaves the other', () => {
  expect(said([read, place], [place])).toEqual([
    ['number:read', 'read', true],
    ['number:place', 'place', false],
  ]);
});

it('says once what a field is wrong in by now', () => {
  const shape = finding('number', 'shape', 'error');
  expect(said([read, place], [shape])).toEqual([
    ['number:read', 'shape', false],
    ['number:place', 'place', true],
  ]);
  expect(said([finding('name', 'required', 'error')], [shape])).toEqual([
    ['name:required', 'required', true],
  ]);
});
