import { spawn } from 'node:child_process';

export interface Result {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a command in the project's root with node_modules/.bin first in PATH.
 * @returns its exit code (128 + signal number style codes become 1) and all that it printed.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; echo?: boolean } = {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer) => {
      output += chunk;
      if (options.echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The project's root folder, without a slash at its end. */
export const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
