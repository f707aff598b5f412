import { type ChildProcess, spawn } from 'node:child_process';
import { buildModels } from './models/build.ts';
import { root } from './run.ts';

/**
 * `npm run dev`: the web app with hot reload at http://localhost:8080, and behind it the server, which
 * starts again when one of its files changes.
 */
const PORT = Number(process.env.PORT ?? 8080);
const API_PORT = PORT + 1;

const start = (program: string, args: string[], env: Record<string, string>): ChildProcess =>
  spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, ...env },
  });

await buildModels();
const children = [
  start('node', ['--watch', '--watch-preserve-output', 'src/edge/entry.node.ts'], {
    PORT: String(API_PORT),
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${PORT}`,
  }),
  start('vite', ['--port', String(PORT), '--strictPort'], { KENAL_API: `http://127.0.0.1:${API_PORT}` }),
];

/** Whichever ends first, or a signal, takes the other with it. */
const end = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
for (const child of children) child.once('exit', end);
