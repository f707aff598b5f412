import type { UnitReport } from './reports.ts';

/** Where the edge's suite has to run, by the first words of its file's `describe`. */
const RUNTIMES = [
  'edge on Node with SQLite and a disk',
  'edge on Node with PostgreSQL and S3',
  'edge on workerd with Hyperdrive and R2',
];

export interface SuiteCounts {
  /** Tests that passed, by runtime. */
  readonly counts: Readonly<Record<string, number>>;
  /** Tests that have not passed everywhere: a missing, skipped or failed one on any runtime. */
  readonly differences: readonly string[];
}

/** Compares what the edge's suite came to on each runtime: every test of any has to have passed on all. */
export function compareSuites({ testResults }: Pick<UnitReport, 'testResults'>): SuiteCounts {
  const passed = new Map(RUNTIMES.map((runtime) => [runtime, new Set<string>()]));
  const all = new Set<string>();
  for (const { ancestorTitles, title, status } of testResults.flatMap((file) => file.assertionResults)) {
    const [runtime = '', ...rest] = ancestorTitles;
    const tests = passed.get(runtime);
    if (!tests) continue;
    const name = [...rest, title].join(' > ');
    all.add(name);
    if (status === 'passed') tests.add(name);
  }
  const differences = [...passed].flatMap(([runtime, tests]) =>
    tests.size === 0
      ? [`${runtime}: nothing passed`]
      : [...all].filter((name) => !tests.has(name)).map((name) => `${runtime}: ${name}`),
  );
  return {
    counts: Object.fromEntries([...passed].map(([runtime, tests]) => [runtime, tests.size])),
    differences,
  };
}
