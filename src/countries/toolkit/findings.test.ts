import { expect, it } from 'vitest';
import type { Finding } from '#src/countries/types.ts';
import { localToday, speaking, stopping } from './findings.ts';

const finding = (field: string, code: string, level: Finding['level']): Finding => ({
  field,
  code,
  level,
  message: 'm',
});
const error = finding('number', 'shape', 'error');
const quiet = finding('number', 'read', 'warning');
const loud = finding('gender', 'number', 'warning');

it('lets an error speak before the warnings of its field', () => {
  expect(speaking([error, quiet, loud])).toEqual([error, loud]);
});

it('is stopped by errors and by warnings that nobody confirmed', () => {
  expect(stopping([error, loud], new Set())).toEqual([error, loud]);
  expect(stopping([loud], new Set(['gender:number']))).toEqual([]);
  expect(stopping([error], new Set(['number:shape']))).toEqual([error]);
});

it('knows the day where the person is', () => {
  expect(localToday(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
