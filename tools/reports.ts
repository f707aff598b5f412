import { stripVTControlCharacters } from 'node:util';

/** What a runner of tests came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** A line or some for each test that failed, or failed once and then held: its name and why. */
  readonly notes: readonly string[];
}

/** What is used of Vitest's JSON report. */
export interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    /** Why the file itself could not run. */
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | undefined;
    }[];
  }[];
}

/** What is used of Playwright's JSON report. */
export interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites: readonly BrowserSuite[];
  /** What went wrong outside of any test. */
  readonly errors: readonly { readonly message?: string | undefined }[];
}

interface BrowserSuite {
  readonly title: string;
  readonly suites?: readonly BrowserSuite[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly { readonly message?: string | undefined }[] }[];
    }[];
  }[];
}

/** Lines of a message that are told: a reason fits, a page's whole tree does not. */
const LINES = 12;

/** What Vitest came to: a file that could not run counts as one failed test. */
export function unitOutcome(report: UnitReport): Outcome {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    notes: [
      ...broken.map((file) => note(file.name, [file.message])),
      ...tests
        .filter((test) => test.status === 'failed')
        .map((test) => note([...test.ancestorTitles, test.title].join(' > '), test.failureMessages ?? [])),
    ],
  };
}

/** What Playwright came to: what held when it was tried again has passed, and is named. */
export function browserOutcome({ stats, suites, errors }: BrowserReport): Outcome {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    notes: [
      ...errors.map((error) => note('outside of any test', [error.message ?? ''])),
      ...suites.flatMap(told),
    ],
  };
}

function told({ title, specs, suites = [] }: BrowserSuite): string[] {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => {
        const why = test.results.flatMap((result) => result.errors.map((error) => error.message ?? ''));
        return note(
          `${test.status === 'flaky' ? 'held when tried again: ' : ''}${title} > ${spec.title}`,
          why,
        );
      }),
  );
  return [...own, ...suites.flatMap(told)];
}

const note = (name: string, messages: readonly string[]): string =>
  [
    name,
    ...messages.flatMap((message) => stripVTControlCharacters(message).split('\n').slice(0, LINES)),
  ].join('\n    ');
