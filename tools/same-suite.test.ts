import { describe, expect, it } from 'vitest';
import { compareSuites } from './same-suite.ts';

const EDGES = [
  'edge on Node with SQLite and a disk',
  'edge on Node with PostgreSQL and S3',
  'edge on workerd with Hyperdrive and R2',
];
const test = (runtime: string, title: string, status = 'passed') => ({
  ancestorTitles: [runtime, 'readings'],
  title,
  status,
});
const report = (...assertionResults: ReturnType<typeof test>[]) => ({
  testResults: [{ name: 'a.test.ts', status: 'passed', message: '', assertionResults }],
});

describe('compareSuites', () => {
  const everywhere = EDGES.flatMap((edge) => [test(edge, 'one'), test(edge, 'two')]);

  it('counts what passed, and finds nothing where all is the same', () => {
    const { counts, differences } = compareSuites(report(...everywhere, test('something else', 'three')));
    expect(Object.values(counts)).toEqual([2, 2, 2]);
    expect(differences).toEqual([]);
  });

  it('finds a test that is missing, skipped or failed on one runtime', () => {
    for (const odd of [[], [test(EDGES[2]!, 'two', 'skipped')], [test(EDGES[2]!, 'two', 'failed')]])
      expect(compareSuites(report(...everywhere.slice(0, -1), ...odd)).differences).toEqual([
        `${EDGES[2]}: readings > two`,
      ]);
  });

  it('finds a runtime that ran nothing', () => {
    expect(compareSuites(report(...everywhere.slice(0, 4))).differences).toEqual([
      `${EDGES[2]}: nothing passed`,
    ]);
  });
});
