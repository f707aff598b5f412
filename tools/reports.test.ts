import { describe, expect, it } from 'vitest';
import { browserOutcome, unitOutcome } from './reports.ts';

describe('unitOutcome', () => {
  const test = (title: string, status: string, ...failureMessages: string[]) => ({
    ancestorTitles: ['group'],
    title,
    status,
    failureMessages,
  });

  it('names each test that failed, and why', () => {
    const assertionResults = [test('one', 'passed'), test('two', 'failed', '\u001b[31mexpected 1\u001b[39m')];
    const file = { name: 'a.test.ts', status: 'failed', message: '', assertionResults };
    expect(unitOutcome({ numPassedTests: 1, numFailedTests: 1, testResults: [file] })).toEqual({
      passed: 1,
      failed: 1,
      notes: ['group > two\n    expected 1'],
    });
  });

  it('counts a file that could not run', () => {
    const file = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(unitOutcome({ numPassedTests: 0, numFailedTests: 0, testResults: [file] })).toEqual({
      passed: 0,
      failed: 1,
      notes: ['a.test.ts\n    no such module'],
    });
  });
});

describe('browserOutcome', () => {
  const spec = (title: string, status: string, ...messages: string[]) => ({
    title,
    tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
  });

  it('names what failed and what held when tried again, however deep it is', () => {
    const inner = { title: 'inner', specs: [spec('two', 'unexpected', 'first', 'second')] };
    const outer = {
      title: 'a.spec.ts',
      specs: [spec('one', 'expected'), spec('three', 'flaky', 'once')],
      suites: [inner],
    };
    const stats = { expected: 1, unexpected: 1, flaky: 1 };
    expect(browserOutcome({ stats, suites: [outer], errors: [] })).toEqual({
      passed: 2,
      failed: 1,
      notes: ['held when tried again: a.spec.ts > three\n    once', 'inner > two\n    first\n    second'],
    });
  });

  it('counts what went wrong outside of any test', () => {
    const stats = { expected: 1, unexpected: 0, flaky: 0 };
    const { failed, notes } = browserOutcome({ stats, suites: [], errors: [{ message: 'no config' }] });
    expect([failed, notes]).toEqual([1, ['outside of any test\n    no config']]);
  });
});
