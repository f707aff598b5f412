import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { root, run } from './run.ts';
import { compareSuites, type UnitReport } from './same-suite.ts';

/**
 * `npm test`: every check of the project. The quick ones first, so that a slip shows at once; all run, so
 * that one run shows all that is wrong. Ends with one line of counts and a code that says whether all held.
 */
interface Step {
  readonly name: string;
  /** @returns how many tests passed and failed; throws where the check cannot count. */
  readonly run: () => Promise<{ passed: number; failed: number }>;
}

const REPORTS = join(root, '.cache/reports');

const command = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const { code, output } = await run(program, args);
    if (code !== 0) console.log(output);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
});

/** Counts from a JSON report, so that a runner that ran nothing counts as failed. */
async function counted(
  program: string,
  args: string[],
  report: string,
  env: Record<string, string>,
  count: (json: never) => { passed: number; failed: number },
) {
  const file = join(REPORTS, report);
  rmSync(file, { force: true });
  const { code } = await run(program, args, { echo: true, env });
  const counts = count(JSON.parse(readFileSync(file, 'utf8')) as never);
  const ok = code === 0 && counts.passed > 0 && counts.failed === 0;
  return ok ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
}

const unit: Step = {
  name: 'unit tests, properties, the app by request',
  run: () =>
    counted(
      'vitest',
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(REPORTS, 'unit.json')}`],
      'unit.json',
      {},
      (json: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }) => ({
        passed: json.numPassedTests,
        failed: json.numFailedTests + json.numFailedTestSuites,
      }),
    ),
};

const sameSuite: Step = {
  name: 'the edge is the same on every runtime',
  run: async () => {
    const report = JSON.parse(readFileSync(join(REPORTS, 'unit.json'), 'utf8')) as UnitReport;
    const { counts, differences } = compareSuites(report);
    for (const [runtime, count] of Object.entries(counts)) console.log(`    ${runtime}: ${count} tests`);
    for (const difference of differences) console.log(`    not passed: ${difference}`);
    return differences.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

/** The two projects of `playwright.config.ts`, one after the other. */
const browser = (name: string, project: string): Step => ({
  name,
  run: async () => {
    const chromium = await ensureChromium();
    const report = `e2e-${project}.json`;
    return counted(
      'playwright',
      ['test', '--project', project],
      report,
      { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(REPORTS, report) },
      ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => {
        if (stats.flaky > 0) console.log(`${stats.flaky} flaky: failed once, held when tried again`);
        return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
      },
    );
  },
});

const build: Step = {
  name: 'the web app builds',
  run: async () => {
    await buildWeb();
    return { passed: 1, failed: 0 };
  },
};

const STEPS: Step[] = [
  command('format and lint', 'biome', 'check', '--error-on-warnings'),
  command('types, each runtime fenced', 'tsc', '-b'),
  command('walls', 'depcruise', '--config', '.dependency-cruiser.js', 'src', 'tools', 'bench', 'e2e'),
  command('nothing unused', 'knip'),
  build,
  command('sizes', 'size-limit'),
  command('the gates can fail', 'node', 'tools/gates.ts'),
  unit,
  sameSuite,
  browser('the camera in a browser', 'camera'),
  browser('the whole in a browser', 'screens'),
];

const wanted = process.argv.slice(2);
const steps = wanted.length ? STEPS.filter((step) => wanted.some((word) => step.name.includes(word))) : STEPS;
let passed = 0;
let failed = 0;
const wrong: string[] = [];
for (const step of steps) {
  const started = Date.now();
  const counts = await step.run().catch((error: unknown) => {
    console.log(String(error));
    return { passed: 0, failed: 1 };
  });
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed) wrong.push(step.name);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${counts.failed ? 'FAILED' : 'ok'}  ${step.name}  (${counts.passed} passed, ${seconds} s)`);
}
if (wrong.length) console.log(`\nFailed: ${wrong.join('; ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
