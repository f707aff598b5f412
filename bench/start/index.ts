import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '#tools/run.ts';
import { quick, report } from '../lib/cli.ts';
import { quantile, round } from '../lib/stats.ts';

/**
 * `npm run bench:start`: seconds from `npm start` to a 200 of /readyz, with the web app still to be built
 * and with it built; and seconds from SIGTERM to the end.
 */
const PORT = 18_080;
const runs = quick ? 2 : 5;

async function start(): Promise<{ ready: number; end: number; code: number | null }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kenal-start-'));
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let gone = false;
  void exit.then(() => {
    gone = true;
  });
  while (
    !(await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      (r) => r.ok,
      () => false,
    ))
  ) {
    if (gone) throw new Error('npm start ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const ready = (performance.now() - began) / 1000;
  const ending = performance.now();
  child.kill('SIGTERM');
  const code = await exit;
  const end = (performance.now() - ending) / 1000;
  rmSync(dataDir, { recursive: true, force: true });
  return { ready, end, code };
}

const figures: Record<string, number> = {};
for (const [name, prepare] of [
  ['web app to be built', () => rmSync(join(root, 'dist'), { recursive: true, force: true })],
  ['built', () => {}],
] as const) {
  const results = [];
  for (let i = 0; i < runs; i++) {
    prepare();
    results.push(await start());
  }
  const ready = results.map((result) => result.ready);
  figures[`${name}: ready, median s`] = round(quantile(ready, 0.5), 2);
  figures[`${name}: ready, slowest s`] = round(Math.max(...ready), 2);
  figures[`${name}: SIGTERM to end, median s`] = round(
    quantile(
      results.map((result) => result.end),
      0.5,
    ),
    2,
  );
  figures[`${name}: exit codes not 0`] = results.filter((result) => result.code !== 0).length;
}
report('npm start', figures);
