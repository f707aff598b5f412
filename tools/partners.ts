/**
 * Partners from the shell, over the stores of the settings in the environment:
 *
 *   node tools/partners.ts list
 *   node tools/partners.ts create NAME
 *   node tools/partners.ts show PARTNER
 *   node tools/partners.ts key PARTNER live|test [LABEL]
 *   node tools/partners.ts revoke PARTNER KEY
 *   node tools/partners.ts client PARTNER live|test ORIGIN …
 *   node tools/partners.ts set PARTNER CLIENT SETTINGS.json
 *   node tools/partners.ts asset PARTNER FILE
 *   node tools/partners.ts webhook PARTNER live|test URL
 *   node tools/partners.ts disable|enable PARTNER
 *   node tools/partners.ts try [ORIGIN …]
 *
 * Prints JSON. `try` makes a partner with a test key and a test client, all that a trial needs. A key and a
 * webhook's secret are shown this once.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { clientSettings, type Mode, mode, origin } from '#src/contract/partner/index.ts';
import { shellManager } from '#src/edge/node/partners.node.ts';

const USAGE = /^ \* {3}node tools\/partners\.ts (.+)$/gm;

class UsageError extends Error {}

const usage = (): string =>
  [...readFileSync(import.meta.filename, 'utf8').matchAll(USAGE)].map(([, line]) => `  ${line}`).join('\n');

const [command, ...args] = process.argv.slice(2);
const next = (what: string): string => {
  const value = args.shift();
  if (value === undefined) throw new UsageError(`${what} is missing`);
  return value;
};
const nextMode = (): Mode => {
  const parsed = z.safeParse(mode, next('live or test'));
  if (!parsed.success) throw new UsageError('Neither live nor test');
  return parsed.data;
};
const origins = (): string[] =>
  args.splice(0).map((given) => {
    const parsed = z.safeParse(origin, given);
    if (!parsed.success) throw new UsageError(`${given} is no origin, such as https://shop.example`);
    return parsed.data;
  });

async function run(): Promise<unknown> {
  const { partners, endpoints, blank, close } = await shellManager(process.env);
  try {
    switch (command) {
      case 'list':
        return await partners.list();
      case 'create':
        return await partners.create(next('NAME'));
      case 'show':
        return await partners.detail(next('PARTNER'));
      case 'key':
        return await partners.addKey(next('PARTNER'), nextMode(), args.shift() ?? 'shell');
      case 'revoke':
        return await partners.revokeKey(next('PARTNER'), next('KEY'));
      case 'client': {
        const { id, name } = await partners.detail(next('PARTNER'));
        return await partners.addClient(id, nextMode(), blank(name, origins()));
      }
      case 'set': {
        const [partner, client] = [next('PARTNER'), next('CLIENT')];
        const settings = clientSettings.parse(JSON.parse(readFileSync(next('SETTINGS.json'), 'utf8')));
        return await partners.setClient(partner, client, settings);
      }
      case 'asset':
        return await partners.addAsset(next('PARTNER'), new Uint8Array(readFileSync(next('FILE'))));
      case 'webhook':
        return await endpoints.add(next('PARTNER'), nextMode(), next('URL'));
      case 'disable':
      case 'enable':
        return await partners.disable(next('PARTNER'), command === 'disable');
      case 'try': {
        const { id } = await partners.create('Trial');
        const key = await partners.addKey(id, 'test', 'trial');
        const client = await partners.addClient(id, 'test', blank('Trial', origins()));
        return { partner: id, client: client.id, key: key.secret };
      }
      default:
        throw new UsageError('Which of these?');
    }
  } finally {
    await close();
  }
}

try {
  const result = await run();
  if (result !== undefined) console.log(JSON.stringify(result, null, 2));
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n${usage()}`);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
