import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseProxies } from '#src/edge/node/peer.node.ts';
import { readSettings } from '#src/edge/settings.ts';
import { freePort } from '#src/edge/testing/port.node.ts';
import { buildWeb } from './build.ts';
import { MALLOC, NODE_FLAGS } from './process.ts';
import { root } from './run.ts';

/** What can be told of the image and of `compose.yaml` without a container runtime. */
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
const [building = '', running = ''] = dockerfile.split(/^FROM .*$/m).slice(1);

/** Sources of each COPY of the running stage, below the project's root, and where they go. */
const copies = [...running.matchAll(/^COPY --from=build (.+)$/gm)].map(([, list = '']) => {
  const paths = list.split(' ');
  return { from: paths.slice(0, -1).map((path) => path.replace('/app/', '')), to: paths.at(-1) ?? '' };
});
/** The exec form of an instruction. */
const command = (instruction: RegExp): string[] =>
  JSON.parse(new RegExp(`${instruction.source} (\\[.*\\])$`, 'm').exec(running)?.[1] ?? '[]') as string[];
const START = command(/^CMD/);
const HEALTH = command(/^HEALTHCHECK .* CMD/);

describe('the image', () => {
  it('is built by commands that there are, from files that are not left out', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
    for (const [, name = ''] of building.matchAll(/npm run (\S+)/g)) expect(scripts).toHaveProperty(name);
    for (const [, file = ''] of building.matchAll(/&& node (\S+)/g))
      expect(existsSync(join(root, file))).toBe(true);
    const out = new Set(read('.dockerignore').split('\n'));
    for (const needed of [
      'package.json',
      'package-lock.json',
      '.npmrc',
      'src',
      'tools',
      'public',
      'index.html',
    ])
      expect(out.has(needed), needed).toBe(false);
    // What a developer's machine has of these must not get in.
    for (const own of ['node_modules', 'dist', '.cache', '.data', '.git'])
      expect(out.has(own), own).toBe(true);
  });

  it('runs as somebody who is not root, by the exec form, so that SIGTERM arrives, with the memory of npm start', () => {
    expect(running).toMatch(/^USER node$/m);
    expect(START).toEqual(['node', ...NODE_FLAGS, 'src/edge/entry.node.ts']);
    const { start } = (JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts;
    expect(start).toContain(`exec node ${NODE_FLAGS.join(' ')} `);
    for (const [name, value] of Object.entries(MALLOC))
      for (const text of [start, running]) expect(text).toContain(`${name}=${value} `.trim());
  });

  it('has all that the server needs: what it copies serves the app, and its health check passes', async () => {
    await buildWeb();
    const image = mkdtempSync(join(tmpdir(), 'kenal-image-'));
    for (const { from, to } of copies)
      for (const source of from.flatMap((path) => globSync(path, { cwd: root }))) {
        const target = join(image, to, to.endsWith('/') ? basename(source) : '');
        mkdirSync(dirname(target), { recursive: true });
        if (source === 'node_modules') symlinkSync(join(root, source), target);
        else cpSync(join(root, source), target, { recursive: true });
      }
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      PORT: String(port),
      DATA_DIR: join(image, 'data'),
      // Without the engine, whose start is measured elsewhere.
      OCR_API_URL: 'http://127.0.0.1:1',
      OCR_API_KEY: 'none',
      LOG_LEVEL: 'silent',
    };
    const node = ([, ...list]: string[]) =>
      spawn(process.execPath, ['--preserve-symlinks', '--preserve-symlinks-main', ...list], {
        cwd: image,
        env,
      });
    const server = node(START);
    let said = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const healthy = () => new Promise((resolve) => node(HEALTH).once('exit', (code) => resolve(code === 0)));
    try {
      expect(HEALTH[1]).toBe('-e');
      while (!(await healthy())) if (server.exitCode !== null) throw new Error(said);
      const page = await fetch(`http://127.0.0.1:${port}/`);
      expect(await page.text()).toContain('<!doctype html>');
      server.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(await healthy()).toBe(false);
    } finally {
      server.kill('SIGKILL');
      rmSync(image, { recursive: true, force: true });
    }
  });
});

interface Compose {
  readonly services: Readonly<
    Record<string, { environment?: Record<string, string>; depends_on?: Record<string, unknown> }>
  >;
  readonly configs: { readonly balancer: { readonly content: string } };
}

describe('compose.yaml', () => {
  const text = read('compose.yaml');
  const compose = parse(text, { merge: true }) as Compose;
  const given: Readonly<Record<string, string>> = {
    SECRET_KEY: 'a secret of the tests, long enough to be one',
    POSTGRES_PASSWORD: 'of-postgres',
    S3_SECRET: 'of-the-bucket',
  };
  /** As compose fills in `${NAME}`, `${NAME:-default}` and `${NAME:?}`. */
  const filled = (value: string): string =>
    value.replace(
      /\$\{(\w+)(?::-([^}]*)|:\?)?\}/g,
      (_, name: string, otherwise = '') => given[name] ?? otherwise,
    );

  it('has two processes, Postgres, S3 and a balancer, and waits for what each needs', () => {
    expect(Object.keys(compose.services)).toEqual(['app-1', 'app-2', 'balancer', 'postgres', 's3']);
    for (const { depends_on = {} } of Object.values(compose.services))
      for (const name of Object.keys(depends_on)) expect(compose.services).toHaveProperty(name);
    for (const app of ['app-1', 'app-2']) expect(compose.configs.balancer.content).toContain(`${app}:8080`);
  });

  it('gives the processes settings that they take: one database, one bucket, one secret', () => {
    for (const app of ['app-1', 'app-2']) {
      const environment = Object.entries(compose.services[app]?.environment ?? {});
      const settings = readSettings(
        Object.fromEntries(environment.map(([name, value]) => [name, filled(value)])),
      );
      expect(settings.databaseUrl).toBe('postgres://kenal:of-postgres@postgres:5432/kenal');
      expect(settings.s3?.bucketUrl).toBe('http://s3:9000/kenal-images');
      expect(settings.secretKey).toBe(given.SECRET_KEY);
      expect(parseProxies(settings.trustProxy)).not.toBeNull();
    }
  });
});
