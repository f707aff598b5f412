import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { type BrowserReport, browserOutcome, type Outcome, type UnitReport, unitOutcome } from './reports.ts';
import { root, run } from './run.ts';
import { compareSuites } from './same-suite.ts';

/**
 * `npm test`: every check of the project. The quick ones first, so that a slip shows at once; all run, so
 * that one run shows all that is wrong. Ends with what failed and why, one line of counts, and a code that says whether
 * all held.
 */
interface Step {
  readonly name: string;
  /** Throws where the check cannot count. */
  readonly run: () => Promise<Outcome>;
}

const REPORTS = join(root, '.cache/reports');

const HELD: Outcome = { passed: 1, failed: 0, notes: [] };
const failedWith = (...notes: string[]): Outcome => ({ passed: 0, failed: 1, notes });

const command = (name: string, program: string, ...args: string[]): Step => ({
  name,
  run: async () => {
    const { code, output } = await run(program, args);
    return code === 0 ? HELD : failedWith(output);
  },
});

/** What a runner's JSON report says, so that a runner that ran nothing counts as failed. */
async function reported<Report>(
  program: string,
  args: string[],
  report: string,
  env: Record<string, string>,
  outcome: (report: Report) => Outcome,
): Promise<Outcome> {
  const file = join(REPORTS, report);
  rmSync(file, { force: true });
  const { code } = await run(program, args, { echo: true, env });
  const { passed, failed, notes } = outcome(JSON.parse(readFileSync(file, 'utf8')) as Report);
  if (failed > 0 || (code === 0 && passed > 0)) return { passed, failed, notes };
  return { passed, failed: 1, notes: [...notes, `${program} ended with ${code}, see above`] };
}

const unit: Step = {
  name: 'unit tests, properties, the app by request',
  run: () =>
    reported(
      'vitest',
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(REPORTS, 'unit.json')}`],
      'unit.json',
      // What is printed goes through a pipe, and maybe into a log.
      { NO_COLOR: '1' },
      unitOutcome,
    ),
};

const sameSuite: Step = {
  name: 'the edge is the same on every runtime',
  run: async () => {
    const report = JSON.parse(readFileSync(join(REPORTS, 'unit.json'), 'utf8')) as UnitReport;
    const { counts, differences } = compareSuites(report);
    for (const [runtime, count] of Object.entries(counts)) console.log(`    ${runtime}: ${count} tests`);
    return differences.length === 0 ? HELD : failedWith(...differences);
  },
};

/** The two projects of `playwright.config.ts`, one after the other. */
const browser = (name: string, project: string): Step => ({
  name,
  run: async () => {
    const chromium = await ensureChromium();
    const report = `e2e-${project}.json`;
    return reported<BrowserReport>(
      'playwright',
      ['test', '--project', project],
      report,
      { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: join(REPORTS, report) },
      browserOutcome,
    );
  },
});

const build: Step = {
  name: 'the web app builds',
  run: async () => {
    await buildWeb();
    return HELD;
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
const notes: string[] = [];
for (const step of steps) {
  const started = Date.now();
  const outcome = await step.run().catch((error: unknown) => failedWith(String(error)));
  passed += outcome.passed;
  failed += outcome.failed;
  notes.push(...outcome.notes.map((note) => `${step.name}: ${note}`));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${outcome.failed ? 'FAILED' : 'ok'}  ${step.name}  (${outcome.passed} passed, ${seconds} s)`);
}
// At the end, where it is seen: what failed, and what failed once.
if (notes.length) console.log(`\n${notes.join('\n\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
