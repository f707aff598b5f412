import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './testing/files.node.ts';
import { freePort } from './testing/port.node.ts';

const ENTRY = join(import.meta.dirname, 'entry.node.ts');

/** The entry point as a process, onto an upstream that nobody calls: no engine is loaded. */
function start(env: Record<string, string>) {
  const hosted = { OCR_API_URL: 'http://127.0.0.1:1', OCR_API_KEY: 'key' };
  const child = spawn(process.execPath, [ENTRY], { env: { PATH: process.env.PATH, ...hosted, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const exit = once(child, 'exit').then(([code]) => code as number);
  const said = async (text: string) => {
    while (!output.includes(text)) {
      if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, exit, said, output: () => output };
}

describe('the process', () => {
  it('says in one line where it is ready, serves, and ends cleanly at SIGTERM', async () => {
    const port = await freePort();
    const folder = temporaryFolder();
    const kenal = start({ PORT: String(port), DATA_DIR: folder });
    await kenal.said(`Kenal is ready at http://localhost:${port}\n`);
    const url = `http://127.0.0.1:${port}`;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const session = await fetch(`${url}/api/sessions`, { method: 'POST' });
    expect(session.status).toBe(201);
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.status).toBe(200);
    expect(await metrics.text()).toMatch(/^kenal_due_rows \d+$/m);
    expect((await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } })).status).toBe(404);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'kenal.sqlite')).mode & 0o777).toBe(0o600);
    expect(kenal.output()).not.toContain(((await session.json()) as { token: string }).token);
    kenal.child.kill('SIGTERM');
    expect(await kenal.exit).toBe(0);
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT'],
    [{ TRUST_PROXY: 'everyone' }, 'TRUST_PROXY'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY'],
  ])('does not start with %o, and says why in one line', async (env, name) => {
    const kenal = start({ DATA_DIR: temporaryFolder(), PORT: '0', ...(env as Record<string, string>) });
    expect(await kenal.exit).toBe(1);
    expect(kenal.output()).toMatch(new RegExp(`^Bad setting: ${name} [^\n]+\n$`));
  });
});
