import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bedsOf, sqliteStores } from '#src/edge/testing/bed.node.ts';
import { temporaryFolder } from '#src/edge/testing/files.node.ts';
import { partnerIn, SHOP } from '#src/edge/testing/partner.node.ts';
import { writePartnerClient } from './partner-client.ts';

const folder = temporaryFolder();
beforeAll(async () => {
  mkdirSync(join(folder, 'client'));
  await writePartnerClient(join(folder, 'client'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const USE = `
import { createSession, getApplication, listApplications } from './client/index';
import { createClient } from './client/client/index';

export async function main(fetch: typeof globalThis.fetch, auth: string, client: string, origin: string) {
  const kenal = createClient({ baseUrl: 'http://localhost:8080', auth, fetch });
  const { data: session } = await createSession({ client: kenal, body: { client, origin, countries: ['my'] } });
  const token: string = session?.token ?? '';
  const { data: list } = await listApplications({ client: kenal, query: { limit: 10 } });
  const { error } = await getApplication({ client: kenal, path: { id: 'nothing' } });
  const code: string = error?.code ?? '';
  return { token, count: list?.applications.length ?? -1, code };
}
`;

function faultsOf(source: string): string[] {
  const file = join(folder, 'use.ts');
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  });
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

it('is typed: right use compiles, wrong use does not', () => {
  expect(faultsOf(USE)).toEqual([]);
  expect(faultsOf(USE.replace("countries: ['my']", 'countries: 7')).join()).toMatch(/number/);
  expect(faultsOf(USE.replace('session?.token', 'session?.tokens')).join()).toMatch(/tokens/);
});

it('works against an edge', async () => {
  const { build } = await import('esbuild');
  writeFileSync(join(folder, 'use.ts'), USE);
  const outfile = join(folder, 'use.mjs');
  await build({
    entryPoints: [join(folder, 'use.ts')],
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'silent',
  });
  const { main } = (await import(outfile)) as {
    main: (...args: unknown[]) => Promise<{ token: string; count: number; code: string }>;
  };
  const beds = bedsOf(sqliteStores);
  const bed = await beds.make();
  const shop = await partnerIn(bed);
  await shop.submit(await shop.session());
  const through = async (request: Request) =>
    bed.request(new URL(request.url).pathname + new URL(request.url).search, {
      method: request.method,
      headers: request.headers,
      ...(request.body && { body: await request.arrayBuffer() }),
    });
  const { token, count, code } = await main(through, shop.key, shop.client, SHOP);
  expect(token.split('.')).toHaveLength(3);
  expect([count, code]).toEqual([1, 'not_found']);
  await beds.closeAll();
});
